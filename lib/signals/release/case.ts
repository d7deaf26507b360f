import { type Field, fineCodes } from '../fields.ts';
import { coarserCode, lessExact, orderedSet } from '../less-exact.ts';
import { dependsOnKind, type FieldValue, filledFields, type Signal } from '../signal.ts';
import { groupOf as kindOf } from '../signal-class.ts';

/**
 * What the signals say that this organisation holds or has released. One person may stand in both, from an earlier
 * conversation or from before only one question could be open, and nothing tells: never added up.
 */
export type HeldSignals = { pattern: readonly Signal[]; case: readonly Signal[] };

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

/** Of the indicators a case tells only how many dimensions, in bands. */
function codesIn(signal: Signal, field: Field): readonly string[] {
  const value = signal[field];
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return isBooleans(value) ? [bandOf(value)] : (value as readonly string[]);
}

const bandOf = (dimensions: readonly boolean[]): string =>
  String(lessExact('indicators', dimensions));

const isBooleans = (value: FieldValue): value is readonly boolean[] =>
  typeof value[0] === 'boolean';

/** Whether a signal says this code, itself or a finer one. */
const says = (signal: Signal, field: Field, code: string): boolean =>
  codesIn(signal, field).some((one) => {
    for (let at: string | null = one; at !== null; at = coarserCode(field, at))
      if (at === code) return true;
    return false;
  });

/** How many people say it for certain. */
function countOf(field: Field, code: string, held: HeldSignals): number {
  const saying = (all: readonly Signal[]) => all.filter((one) => says(one, field, code)).length;
  return Math.max(saying(held.pattern), saying(held.case));
}

/** The finest code on the way up that enough signals have; null when none is. */
function common(field: Field, code: string, held: HeldSignals): string | null {
  for (let at: string | null = code; at !== null; at = coarserCode(field, at)) {
    if (countOf(field, at, held) >= leastOf(code)) return at;
  }
  return null;
}

/**
 * One granularity a set, since a coarse code beside a fine one of its group tells which one it hides. What is too
 * rare even as its group is struck first, and leaves no trace: the rest looks as if it had never been said.
 */
function commonSet(field: Field, codes: readonly string[], held: HeldSignals): string[] {
  const fine = fineCodes(field);
  const groupOf = (code: string) => (fine.includes(code) && coarserCode(field, code)) || code;
  const hasEnough = (code: string, least: number) => countOf(field, code, held) >= least;
  // Who is told of a group is told of each of its codes: the rarest decides.
  const leastIn = (group: string) =>
    Math.max(...codes.filter((code) => groupOf(code) === group).map(leastOf));
  const left = codes.filter((code) => hasEnough(groupOf(code), leastIn(groupOf(code))));
  const isFine = left.every((code) => fine.includes(code) && hasEnough(code, leastOf(code)));
  return isFine ? left : left.map(groupOf);
}

function coarse(field: Field, value: FieldValue, held: HeldSignals): FieldValue | null {
  if (typeof value === 'string') return common(field, value, held);
  if (isBooleans(value)) return common(field, bandOf(value), held);
  return orderedSet(field, commonSet(field, value as readonly string[], held)) ?? null;
}

/** Its class was checked against the table of estimates: that much always stays. */
function keptForClass(field: Field, signal: Signal): FieldValue | undefined {
  if (field === 'country') return signal.country;
  if (field === 'age_band') return 'adult';
  return field === 'exploitation' ? (kindOf(signal) ?? undefined) : undefined;
}

const same = (a: FieldValue, b: FieldValue | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/**
 * The signal of a case as it leaves: every field no finer than at least five signals of this organisation
 * (ten for what a family would recognise), or struck. The codes of a set are all fine or all coarse.
 * @param held this one among them
 */
export function generaliseCase(
  signal: Signal,
  held: HeldSignals,
): { signal: Signal; coarsened: readonly Coarsening[] } {
  const coarsened: Coarsening[] = [];
  const next: Record<string, FieldValue> = {};
  for (const field of filledFields(signal)) {
    const from = signal[field] as FieldValue;
    const found = coarse(field, from, held) ?? keptForClass(field, signal) ?? null;
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
