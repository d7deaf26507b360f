import { type Field, fineCodes, type Scope } from './fields.ts';
import { dependsOnKind, type FieldValue, parseSignal, type Signal } from './signal.ts';

/** Of somebody of 12 to 15 the country is not told (signals.md, "Who may consent"). */
const isAtBenelux = (signal: Signal, scope: Scope): boolean =>
  scope === 'pattern' && signal.age_band === '12-15';

/** `Benelux` stands where, and only where, the rules put it; elsewhere than there it would be untrue. */
function countryFor(signal: Signal, scope: Scope): string | undefined {
  const { country } = signal;
  if (isAtBenelux(signal, scope)) return country === 'other' ? country : 'Benelux';
  return country === 'Benelux' ? undefined : country;
}

/** What only one kind of exploitation has, and what says the country again, goes with what it hung on. */
function withoutOrphans(signal: Signal, scope: Scope): Signal {
  const kept = dependsOnKind(signal.exploitation);
  const next: Record<string, unknown> = { ...signal, country: countryFor(signal, scope) };
  if (next.country === undefined) delete next.country;
  for (const field of ['sex_exploitation_form', 'labour_sector', 'indicators'] as const)
    if (!kept[field]) delete next[field];
  if (scope === 'pattern' || signal.region?.slice(0, 2) !== signal.country) delete next.region;
  return next as Signal;
}

/**
 * A signal with one field filled in, changed, or cleared (undefined); what does not fit to it any more is
 * cleared too. The signal stays as it was when the value is none of the field.
 */
export function fillIn(
  signal: Signal,
  scope: Scope,
  field: Field,
  value: FieldValue | undefined,
): Signal {
  const next: Record<string, unknown> = { ...signal, [field]: value };
  if (value === undefined || value.length === 0) delete next[field];
  const cleaned = withoutOrphans(next as Signal, scope);
  const parsed = parseSignal(cleaned, scope);
  return parsed.ok ? parsed.signal : signal;
}

/** The form of another scope: what that one does not know is cleared. */
export const fitScope = (signal: Signal, scope: Scope): Signal => withoutOrphans(signal, scope);

/** Fields that make sense in the form as it stands. */
export function isAskable(signal: Signal, scope: Scope, field: Field): boolean {
  if (field === 'period' || field === 'indicators') return false;
  if (field === 'region')
    return scope === 'case' && (signal.country === 'BE' || signal.country === 'NL');
  const kept = dependsOnKind(signal.exploitation);
  if (field === 'sex_exploitation_form') return kept.sex_exploitation_form;
  return field === 'labour_sector' ? kept.labour_sector : true;
}

/** The codes that the form offers for a field as it stands. */
export function offeredCodes(signal: Signal, scope: Scope, field: Field): readonly string[] {
  if (field === 'country' && isAtBenelux(signal, scope)) return ['Benelux', 'other'];
  // A region belongs to the country above it.
  return fineCodes(field).filter(
    (code) => field !== 'region' || code.startsWith(signal.country ?? '?'),
  );
}
