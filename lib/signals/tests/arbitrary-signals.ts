import fc from 'fast-check';
import { DIMENSIONS } from '../code-lists.ts';
import { FIELD_NAMES, type Field, fineCodes, isSet, type Scope } from '../fields.ts';
import { orderedSet } from '../less-exact.ts';
import { dependsOnKind, type Signal } from '../signal.ts';

const anyValue = (field: Field): fc.Arbitrary<unknown> => {
  if (field === 'period') return fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026');
  if (field === 'indicators')
    return fc.array(fc.boolean(), { minLength: DIMENSIONS.length, maxLength: DIMENSIONS.length });
  if (!isSet(field)) return fc.constantFrom(...fineCodes(field));
  return fc
    .uniqueArray(fc.constantFrom(...fineCodes(field)), { maxLength: 6 })
    .map((codes) => orderedSet(field, codes));
};

/** What may not stand beside the rest is left away, as the form does. */
function consistent(signal: Signal, scope: Scope): Signal {
  const kept = dependsOnKind(signal.exploitation);
  const country = signal.country ?? '';
  const regionFits = scope === 'case' && signal.region?.startsWith(country) && country !== '';
  const entries = Object.entries(signal).filter(
    ([field, value]) =>
      value !== undefined &&
      (field !== 'region' || regionFits) &&
      (!(field in kept) || kept[field as keyof typeof kept]),
  );
  return Object.fromEntries(entries) as Signal;
}

/** Any signal that a form can make; some fields are missing. */
export const anySignal = (scope: Scope): fc.Arbitrary<Signal> =>
  fc
    .record(
      Object.fromEntries(
        FIELD_NAMES.map((field) => [
          field,
          fc.option(anyValue(field), { nil: undefined, freq: 6 }),
        ]),
      ),
    )
    .map((signal) => consistent(signal as Signal, scope));
