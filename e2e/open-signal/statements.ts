import { FIELD_NAMES, FIELDS, type Field } from '#lib/signals/fields.ts';
import type { SignalFile } from './signal-file.ts';

/**
 * What one record says, as `field=code` of a case and `field=code:count` of a cluster, sorted: the form in
 * which `signal.json`, `signal.csv`, `stix.json` and `misp.json` can be held against each other.
 */
export type Statements = readonly string[];

type Said = Readonly<Record<string, unknown>>;

const sorted = (said: readonly string[]): Statements => [...said].sort();

/** @param said codes by field, one or many */
export const ofCodes = (said: Said): Statements =>
  sorted(
    Object.entries(said).flatMap(([field, value]) =>
      [value].flat().map((code) => `${field}=${String(code)}`),
    ),
  );

/** @param facets counts by code, by field */
export const ofCluster = (
  named: Said,
  count: unknown,
  facets: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Statements =>
  sorted([
    ...ofCodes({ ...named, count }),
    ...Object.entries(facets).flatMap(([field, counts]) =>
      Object.entries(counts).map(([code, of]) => `${field}=${code}:${String(of)}`),
    ),
  ]);

/** Each record of `signal.json`, in its order. */
export function ofSignal(file: SignalFile): Statements[] {
  const { kind, signal = {}, clusters = [] } = file;
  // Each record says it, since each may be loaded alone.
  const mark = file.synthetic ? { synthetic: true } : {};
  if (kind === 'case') return [ofCodes({ ...signal, ...mark })];
  return clusters.map(({ country, exploitation, majority, count, facets }) =>
    ofCluster({ country, exploitation, majority, ...mark }, count, facets),
  );
}

/** Columns that have another name than the field of HTCDS: the standard's own column says something else there. */
const OWN_COLUMNS: Partial<Record<Field, string>> = {
  exploitation: 'x_exploitation',
  movement: 'x_movement',
};

/** One row of `signal.csv`, with its date where it has one; what the standard alone asks for (type, status) is in no other file. */
export function ofRow(row: Readonly<Record<string, string>>): Statements {
  const said = FIELD_NAMES.flatMap((field) => {
    const cell = row[OWN_COLUMNS[field] ?? FIELDS[field].htcds ?? `x_${field}`] ?? '';
    return cell === '' ? [] : cell.split(';').map((code) => `${field}=${code}`);
  });
  const ofGroup = (['majority', 'count', 'synthetic'] as const).flatMap((name) => {
    const cell = row[name === 'count' ? name : `x_${name}`] ?? '';
    return cell === '' ? [] : [`${name}=${cell}`];
  });
  return sorted([...said, ...ofGroup]);
}
