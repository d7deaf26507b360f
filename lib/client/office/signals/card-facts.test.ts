import { expect, it } from 'vitest';
import { recipientsHashOf } from '#lib/crypto/consent/consent.ts';
import type { PoliceUnit, SignalTerms } from '#lib/protocol/signal-terms.ts';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import { daysIn, recipientsIn, waitOf } from './card-facts.ts';

const unit = (name: string, letter: string): PoliceUnit => ({
  name,
  country: 'NL',
  key: `age1${letter.repeat(58)}`,
  agreementUntilDay: 30_000,
});
const [north, south] = [unit('North', 'q'), unit('South', 'p')];
const settings = { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: [] };
const then: SignalTerms = { units: [north], desk: null, settings };
const day = 20_000;
const { untilDay } = consentTerms('case', day, settings);
const consent = {
  day,
  untilDay,
  recipientsHash: recipientsHashOf([{ name: north.name, key: north.key }]),
};
const withWait = (coolingOffMinutes: number): SignalTerms => ({
  ...then,
  settings: { ...settings, coolingOffMinutes },
});

it('a yes is held against the terms under which it was given, not against those of today', () => {
  const now = withWait(settings.coolingOffMinutes + 40 * 24 * 60);
  // What a browser that knows today's terms alone would find: no day that fits.
  expect(daysIn(consent, 'case', [now])).toEqual([]);
  expect(daysIn(consent, 'case', [now, then])).toContainEqual(
    expect.objectContaining(consentTerms('case', day, settings)),
  );
});

it('a yes that came days after its card cools off from the yes', () => {
  const late = { day: day + 7, untilDay };
  const [asked] = daysIn(late, 'case', [then]).filter(
    ({ notBeforeDay }) => notBeforeDay === day + 31,
  );
  expect(asked).toMatchObject({ cooledDay: day + 7 + 31, shortWait: 0 });
  const wait = waitOf(daysIn(late, 'case', [then]), { notBeforeDay: day + 31 }, day + 7, day + 20);
  expect(wait).toEqual({ notBeforeDay: day + 7 + 31, shortWait: 0 });
});

it('a clock that is a day behind the one of the counsellor spoils no yes; two days are no clock', () => {
  for (const scope of ['case', 'pattern'] as const) {
    // 1 October 2026: for a pattern, the day before is of another quarter.
    const card = consentTerms(scope, 20_727, settings);
    const at = (yes: number) => daysIn({ day: yes, untilDay: card.untilDay }, scope, [then]);
    for (const yes of [20_726, 20_727, 20_728, 20_727 + 31])
      expect(at(yes), `${scope} ${yes}`).toContainEqual(expect.objectContaining(card));
    expect(at(20_725)).toEqual([]);
    if (scope === 'case') expect(at(20_727 + 32)).toEqual([]);
  }
  const card = consentTerms('case', day, settings);
  const behind = daysIn({ day: day - 1, untilDay: card.untilDay }, 'case', [then]);
  // It cools off no less than the card says.
  expect(waitOf(behind, card, day - 1, day + 20).notBeforeDay).toBe(card.notBeforeDay);
});

it('a longer cooling-off that came after a yes does not hold it back, and its minute is over after two days', () => {
  const minute = withWait(1);
  const yes = { day, untilDay: consentTerms('case', day, minute.settings).untilDay };
  // Five days, proposed six days ago, would have made a card with the same days.
  const days = daysIn(yes, 'case', [withWait(5 * 24 * 60), minute]);
  expect(days.filter(({ notBeforeDay }) => notBeforeDay === day)).toHaveLength(2);
  const wait = (today: number) => waitOf(days, { notBeforeDay: day }, day, today);
  expect(wait(day)).toEqual({ notBeforeDay: day, shortWait: 1 });
  expect(wait(day + 1)).toEqual({ notBeforeDay: day, shortWait: 1 });
  expect(wait(day + 2)).toEqual({ notBeforeDay: day, shortWait: 0 });
});

it('units that came since change nothing, and one that went receives nothing', () => {
  expect(recipientsIn(consent, [{ ...then, units: [south, unit('East', 'z')] }])).toBeNull();
  const grown = { ...then, units: [south, north] };
  expect(recipientsIn(consent, [grown, then])).toEqual([
    { name: north.name, key: north.key, agreementUntilDay: 30_000 },
  ]);
  const ended = { ...north, agreementUntilDay: 10 };
  expect(recipientsIn(consent, [{ ...then, units: [ended] }, then])?.[0]?.agreementUntilDay).toBe(
    10,
  );
  // Gone, or another key under the same name: no agreement of today.
  for (const units of [[south], [{ ...north, key: south.key }]])
    expect(recipientsIn(consent, [{ ...then, units }, then])?.[0]?.agreementUntilDay).toBe(-1);
});
