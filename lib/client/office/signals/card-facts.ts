import { type ConsentBody, recipientsHashOf } from '#lib/crypto/consent/consent.ts';
import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { AgreedUnit } from '#lib/signals/consent-check.ts';
import {
  type ConsentTerms,
  consentTerms,
  LONGEST_THOUGHT_DAYS,
  shortWaitOf,
} from '#lib/signals/consent-terms.ts';
import type { Scope } from '#lib/signals/fields.ts';

/** Terms of an organisation: those of today first, then each that was in force before. */
export type TermsOverTime = readonly [SignalTerms, ...SignalTerms[]];

/**
 * The days that a card may have named, and how long its cooling-off lasts from the yes, which can come many days
 * after the card.
 */
export type CardDays = ConsentTerms & {
  /** the first day after the whole cooling-off, counted from the day of the yes */
  cooledDay: number;
  /** minutes that no day can tell, see `shortWaitOf` */
  shortWait: number;
};

/** The clock of a person may be behind the counsellor's, and each has its midnight: the yes seems to come first. */
const CLOCKS_APART_DAYS = 1;

/** No agreement of today: it has ended, or the unit has another key. */
const ENDED = -1;

function namedIn(hash: Uint8Array, units: readonly PoliceUnit[]) {
  const candidates = [units, ...units.map((unit) => [unit])];
  const hashOf = (list: readonly PoliceUnit[]) =>
    recipientsHashOf(list.map(({ name, key }) => ({ name, key })));
  return candidates.find((list) => equalBytes(hashOf(list), hash)) ?? null;
}

/**
 * The units that a consent names by their hash, among those that ever were ours, each with its agreement as it
 * is today; null when none of ours are those.
 */
export function recipientsIn(
  { recipientsHash }: Pick<ConsentBody, 'recipientsHash'>,
  terms: TermsOverTime,
): readonly AgreedUnit[] | null {
  const [today] = terms;
  for (const { units } of terms) {
    const named = namedIn(recipientsHash, units);
    if (!named) continue;
    return named.map(({ name, key }) => {
      const now = today.units.find((unit) => unit.name === name && unit.key === key);
      return { name, key, agreementUntilDay: now?.agreementUntilDay ?? ENDED };
    });
  }
  return null;
}

/**
 * The days that the card may have named: under all terms that ever were, those of each day of proposal that end
 * where the consent ends.
 */
export function daysIn(
  { day, untilDay }: Pick<ConsentBody, 'day' | 'untilDay'>,
  scope: Scope,
  terms: TermsOverTime,
): readonly CardDays[] {
  const found = new Map<string, CardDays>();
  for (const { settings } of terms) {
    const cooledDay = consentTerms(scope, day, settings).notBeforeDay;
    const shortWait = scope === 'case' ? shortWaitOf(settings) : 0;
    for (let asked = day - LONGEST_THOUGHT_DAYS; asked <= day + CLOCKS_APART_DAYS; asked++) {
      const days = { ...consentTerms(scope, asked, settings), cooledDay, shortWait };
      if (days.untilDay === untilDay) found.set(JSON.stringify(days), days);
    }
  }
  return [...found.values()];
}

/**
 * Since when a signal may leave: the day that stood on its card, and never before a whole cooling-off has passed
 * since the yes. Under two settings that would have made the same card, the shorter cooling-off counts: no setting
 * outside a demo is under 14 days. A desk cannot tell which of the possible days stood there: the latest.
 * @param shown the days on the card; null where they cannot be told
 * @param yes the day of it, and `today`: days since 1970
 */
export function waitOf(
  days: readonly CardDays[],
  shown: Pick<ConsentTerms, 'notBeforeDay'> | null,
  yes: number,
  today: number,
): { notBeforeDay: number; shortWait: number } {
  const onCard = shown?.notBeforeDay ?? Math.max(...days.map((one) => one.notBeforeDay));
  const fitting = days.filter(({ notBeforeDay }) => notBeforeDay === onCard);
  const cooled = Math.min(...fitting.map(({ cooledDay }) => cooledDay));
  return {
    notBeforeDay: Math.max(onCard, cooled),
    // The day of the yes and a whole one after it: no minutes are left.
    shortWait: today > yes + 1 ? 0 : Math.max(...fitting.map(({ shortWait }) => shortWait)),
  };
}
