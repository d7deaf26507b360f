import { type Field, isCode } from '../fields.ts';
import { parseSignal } from '../signal.ts';
import type { ReleaseContent } from './content.ts';

const DAY = /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
/** What a screen obeys or does not show: the tool of the unit refuses a name that holds one. */
const UNSHOWN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const QUARTER = /^20\d\d-Q[1-4]$/;
const CLASSES = {
  country: ['BE', 'NL', 'LU', 'other', 'Benelux'],
  exploitation: ['sexual', 'labour', 'criminal', 'other', 'non-sexual', 'any'],
  majority: ['minor', 'adult', 'unknown', 'any'],
} as const;

function clusterProblem(cluster: Extract<ReleaseContent, { kind: 'pattern' }>['clusters'][number]) {
  for (const name of ['country', 'exploitation', 'majority'] as const)
    if (!CLASSES[name].some((code) => code === cluster[name])) return name;
  for (const [field, counts] of Object.entries(cluster.facets))
    for (const [code, count] of Object.entries(counts ?? {}))
      if (!isCode(field as Field, code) || !Number.isInteger(count)) return field;
  return Number.isInteger(cluster.count) ? null : 'count';
}

/**
 * The last look before anything is packed: each string is a code, a date, or a name out of the signed record.
 * @param names of the organisation and its units, as signed
 * @returns the name of the first field that holds anything else; null when all is well
 */
export function tripwire(content: ReleaseContent, names: readonly string[]): string | null {
  const isNo = (name: string) => !names.includes(name) || UNSHOWN.test(name);
  if (isNo(content.organisation)) return 'organisation';
  if (content.recipients.some(isNo)) return 'recipients';
  if (!DAY.test(content.day)) return 'day';
  if (content.kind === 'case') {
    const read = parseSignal(content.signal, 'case');
    return read.ok ? null : read.field;
  }
  if (!QUARTER.test(content.countedWith)) return 'countedWith';
  for (const cluster of content.clusters) {
    const problem = clusterProblem(cluster);
    if (problem) return problem;
  }
  return null;
}
