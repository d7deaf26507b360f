import { COARSER } from './coarser-codes.ts';
import { allCodes, type Field } from './fields.ts';
import { dependsOnKind, type FieldValue, type Signal } from './signal.ts';

/** The next coarser code, or null where only leaving out remains. */
export function coarserCode(field: Field, code: string): string | null {
  if (field === 'period') return code.includes('-') ? code.slice(0, 4) : null;
  if (field === 'indicators') return null;
  const step: Readonly<Record<string, string>> = COARSER[field];
  return Object.hasOwn(step, code) ? (step[code] ?? null) : null;
}

/** How many dimensions are positive, in bands. */
function indicatorBand(dimensions: readonly boolean[]): string {
  const positive = dimensions.filter(Boolean).length;
  if (positive <= 2) return '0-2';
  return positive <= 4 ? '3-4' : '5-6';
}

const isBooleans = (value: readonly (string | boolean)[]): value is readonly boolean[] =>
  typeof value[0] === 'boolean';

/**
 * One step up the ladder of a field: what the button "Less exact" does.
 * @returns the coarser value, or null when only leaving out remains
 */
export function lessExact(field: Field, value: FieldValue): FieldValue | null {
  if (typeof value === 'string') return coarserCode(field, value);
  if (isBooleans(value)) return indicatorBand(value);
  const codes = value as readonly string[];
  if (codes.every((code) => coarserCode(field, code) === null)) return null;
  return (
    orderedSet(
      field,
      codes.map((code) => coarserCode(field, code) ?? code),
    ) ?? null
  );
}

/** What another field would tell again leaves with it. */
function withoutEchoes(signal: Signal, field: Field): Signal {
  if (field === 'country') return { ...signal, region: undefined };
  if (field !== 'exploitation') return signal;
  const kept = dependsOnKind(signal.exploitation);
  return {
    ...signal,
    sex_exploitation_form: kept.sex_exploitation_form ? signal.sex_exploitation_form : undefined,
    labour_sector: kept.labour_sector ? signal.labour_sector : undefined,
    indicators: kept.indicators ? signal.indicators : undefined,
  };
}

/** Absent instead of undefined: a key that is there says that something was there. */
const compact = (signal: Signal): Signal =>
  Object.fromEntries(Object.entries(signal).filter(([, value]) => value !== undefined)) as Signal;

/** The signal without a field, and without what would tell it again. */
export const leaveOut = (signal: Signal, field: Field): Signal =>
  compact(withoutEchoes({ ...signal, [field]: undefined }, field));

/**
 * The signal with one field a step less exact, and without what would tell the exact value again.
 * A field that cannot be less exact is left out.
 */
export function makeLessExact(signal: Signal, field: Field): Signal {
  const value = signal[field];
  if (value === undefined) return signal;
  const coarser = lessExact(field, value);
  if (coarser === null) return leaveOut(signal, field);
  return compact(withoutEchoes({ ...signal, [field]: coarser }, field));
}

/** A set in the order and without the repetitions that a signal wants; undefined when empty. */
export function orderedSet(field: Field, codes: Iterable<string>): string[] | undefined {
  const chosen = new Set(codes);
  const ordered = allCodes(field).filter((code) => chosen.has(code));
  return ordered.length === 0 ? undefined : ordered;
}
