import { equalBytes } from '#lib/crypto/bytes.ts';
import { type ConsentBody, recipientsHashOf } from '#lib/crypto/consent.ts';
import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import type { Scope } from '#lib/signals/fields.ts';

/** Who may propose long before the answer: the card can be reopened as long as the chat lives. */
const LONGEST_THOUGHT_DAYS = 31;

/** The units that a consent names by their hash; null when none of ours are those. */
export function recipientsIn(
  { recipientsHash }: Pick<ConsentBody, 'recipientsHash'>,
  units: readonly PoliceUnit[],
): readonly PoliceUnit[] | null {
  const candidates = [units, ...units.map((unit) => [unit])];
  const hashOf = (list: readonly PoliceUnit[]) =>
    recipientsHashOf(list.map(({ name, key }) => ({ name, key })));
  return candidates.find((list) => equalBytes(hashOf(list), recipientsHash)) ?? null;
}

/** The days that the card may have named: those of each day of proposal that end where the consent ends. */
export function daysIn(
  { day, untilDay }: Pick<ConsentBody, 'day' | 'untilDay'>,
  scope: Scope,
  { settings }: Pick<SignalTerms, 'settings'>,
) {
  const found = new Map<string, ReturnType<typeof consentTerms>>();
  for (let asked = day - LONGEST_THOUGHT_DAYS; asked <= day; asked++) {
    const days = consentTerms(scope, asked, settings);
    if (days.untilDay === untilDay) found.set(JSON.stringify(days), days);
  }
  return [...found.values()];
}
