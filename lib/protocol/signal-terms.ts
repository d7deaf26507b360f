import { countries } from './countries.ts';
import * as z from './zod.ts';

const day = z.int().check(z.gte(0), z.lte(1_000_000));

/** A police unit with a signed agreement: who may receive signals, until which day (days since 1970). */
const policeUnit = z.strictObject({
  name: z.string().check(z.regex(/^\S(.{0,78}\S)?$/)),
  country: z.enum(countries),
  /** an age recipient: X25519, bech32 */
  key: z.string().check(z.regex(/^age1[02-9ac-hj-np-z]{58}$/)),
  agreementUntilDay: day,
});
export type PoliceUnit = z.infer<typeof policeUnit>;

/**
 * What an organisation decided about signals, as it stands in its signed record: a person's page, a
 * counsellor's form and the supervisors' browsers read the same. Two supervisors change it.
 */
export const signalTerms = z.strictObject({
  units: z.array(policeUnit).check(z.maxLength(20)),
  /** The organisation whose release key also gets pattern signals; null: none but this one. */
  desk: z.nullable(z.string().check(z.regex(/^[0-9a-f]{32}$/))),
  settings: z.strictObject({
    caseScope: z.boolean(),
    patternFor12To15: z.array(z.enum(countries)).check(z.maxLength(3)),
    coolingOffMinutes: z.int().check(z.gte(1), z.lte(1_000_000)),
    kCase: z.int().check(z.gte(1), z.lte(1_000_000)),
    k: z.int().check(z.gte(5), z.lte(1000)),
    caseNeedsSecondConversation: z.boolean(),
  }),
});
export type SignalTerms = z.infer<typeof signalTerms>;

/** One text for the same terms, whatever the order of their fields. */
export function termsText(terms: SignalTerms | undefined): string {
  if (!terms) return '';
  const { units, desk, settings } = terms;
  return JSON.stringify([
    units.map(({ name, country, key, agreementUntilDay }) => [
      name,
      country,
      key,
      agreementUntilDay,
    ]),
    desk,
    Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
