import { FIELDS, type Field, isCode } from '#lib/signals/fields.ts';
import type { SignalFile } from './signal-file.ts';
import { Unusable } from './unusable.ts';

/** The groups that clusters are made of: coarser than any field, so they stand in no code list. */
const GROUPS = {
  country: ['BE', 'NL', 'LU', 'other', 'Benelux'],
  exploitation: ['sexual', 'labour', 'criminal', 'other', 'non-sexual', 'any'],
  majority: ['minor', 'adult', 'unknown', 'any'],
} as const;

function checkCode(field: string, code: string): void {
  if (!Object.hasOwn(FIELDS, field)) throw new Unusable('noField');
  if (!isCode(field as Field, code)) throw new Unusable('noCode', field);
}

type Cluster = NonNullable<SignalFile['clusters']>[number];

function checkNumber(value: unknown): void {
  if (!Number.isInteger(value)) throw new Unusable('noNumber');
}

function checkCluster({ facets, count, ...group }: Cluster): void {
  for (const name of ['country', 'exploitation', 'majority'] as const)
    if (!GROUPS[name].some((code) => code === group[name])) throw new Unusable('noCode', name);
  checkNumber(count);
  for (const [field, counts] of Object.entries(facets))
    for (const [code, of] of Object.entries({ ...counts })) {
      checkCode(field, code);
      checkNumber(of);
    }
}

/**
 * Every string that is printed of a signal is in the code lists, and all else a whole number.
 * @throws Unusable
 */
export function checkCodes({ signal = {}, clusters = [] }: SignalFile): void {
  for (const [field, value] of Object.entries(signal))
    for (const code of [value].flat()) checkCode(field, String(code));
  for (const one of clusters) checkCluster(one);
}
