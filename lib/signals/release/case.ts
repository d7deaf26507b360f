import type { Field } from '../fields.ts';
import { coarserCode, lessExact, orderedSet } from '../less-exact.ts';
import { dependsOnKind, type FieldValue, filledFields, type Signal } from '../signal.ts';
import { groupOf } from '../signal-class.ts';

/** What was made coarser before a case leaves, for the supervisor to see. `to` null: struck. */
export type Coarsening = { field: Field; from: FieldValue; to: FieldValue | null };

/** A code that fewer signals of this organisation have points at one of them. */
const LEAST = 5;
const LEAST_FAMILY = 10;
const FAMILY: readonly string[] = [
  'Familial',
  'ThroughFamilyOrFamilyEvents',
  'UsesChildren',
  'ThreatensChildrenFamily',
];

const leastOf = (code: string): number => (FAMILY.includes(code) ? LEAST_FAMILY : LEAST);

/** Whether a signal says this code, itself or a finer one. */
function says(signal: Signal, field: Field, code: string): boolean {
  const value = signal[field];
  if (value === undefined) return false;
  const codes = typeof value === 'string' ? [value] : (value as readonly (string | boolean)[]);
  return codes.some((one) => {
    for (let at: string | null = String(one); at !== null; at = coarserCode(field, at))
      if (at === code) return true;
    return false;
  });
}

/** The finest code on the way up that enough signals have; null when none is. */
function common(field: Field, code: string, all: readonly Signal[]): string | null {
  for (let at: string | null = code; at !== null; at = coarserCode(field, at)) {
    const wanted = at;
    if (all.filter((one) => says(one, field, wanted)).length >= leastOf(code)) return at;
  }
  return null;
}

function coarse(field: Field, value: FieldValue, all: readonly Signal[]): FieldValue | null {
  if (typeof value === 'string') return common(field, value, all);
  // Of the indicators a case tells only how many dimensions, in bands.
  if (typeof value[0] === 'boolean') return lessExact(field, value);
  const kept = (value as readonly string[]).flatMap((code) => common(field, code, all) ?? []);
  return orderedSet(field, kept) ?? null;
}

/** Its class was checked against the table of estimates: that much always stays. */
function keptForClass(field: Field, signal: Signal): FieldValue | undefined {
  if (field === 'country') return signal.country;
  if (field === 'age_band') return 'adult';
  return field === 'exploitation' ? (groupOf(signal) ?? undefined) : undefined;
}

const same = (a: FieldValue, b: FieldValue | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * The signal of a case as it leaves: every field no finer than at least five signals of this organisation
 * (ten for what a family would recognise), or struck.
 * @param all signals that this organisation holds or has released, this one among them
 */
export function generaliseCase(
  signal: Signal,
  all: readonly Signal[],
): { signal: Signal; coarsened: readonly Coarsening[] } {
  const coarsened: Coarsening[] = [];
  const next: Record<string, FieldValue> = {};
  for (const field of filledFields(signal)) {
    const from = signal[field] as FieldValue;
    const found = coarse(field, from, all) ?? keptForClass(field, signal) ?? null;
    // A region without its country's code would be a second country.
    const to = field === 'region' && typeof found === 'string' && found.length < 3 ? null : found;
    if (!same(from, to)) coarsened.push({ field, from, to });
    if (to !== null) next[field] = to;
  }
  const kept = dependsOnKind(next.exploitation as string | undefined);
  for (const field of ['sex_exploitation_form', 'labour_sector', 'indicators'] as const)
    if (!kept[field] && next[field] !== undefined) {
      coarsened.push({ field, from: next[field] as FieldValue, to: null });
      delete next[field];
    }
  return { signal: next as Signal, coarsened };
}
