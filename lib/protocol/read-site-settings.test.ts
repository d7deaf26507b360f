import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameId } from './ids.ts';
import { readId } from './read-id.ts';
import { readSiteSettings } from './read-site-settings.ts';
import { siteSettings } from './site-settings.ts';

// [Note: read by hand]: the page of a person refuses and takes exactly what the schema does.

const week = (clock: fc.Arbitrary<string>) =>
  fc.array(fc.array(fc.record({ from: clock, to: clock }), { maxLength: 5 }), {
    minLength: 6,
    maxLength: 8,
  });
const odd = fc.oneof(
  fc.string(),
  fc.constantFrom<unknown>(null, undefined, 1.5, -1, 3, {}, [], 'NL'),
);
/** Mostly what is right, so that each wrong thing is met alone. */
const mostly = (right: unknown, nearby: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(right) },
    { weight: 6, arbitrary: nearby },
    { weight: 1, arbitrary: odd },
  );
const clock = fc.constantFrom('00:00', '09:30', '23:59', '24:00', '24:01', '9:30');
const wholeDays = Array(7).fill([{ from: '09:00', to: '17:00' }]);
const byHand = fc.record({
  state: mostly('open', fc.constantFrom('closed', 'shut')),
  until: mostly(null, fc.constantFrom<unknown>(0, 5, -1, 2 ** 53, 0.5)),
});
const hoursFields = {
  zone: mostly('Europe/Brussels', fc.constantFrom('UTC', 'Europe/', 'x'.repeat(41), 'UTC\n')),
  week: mostly(wholeDays, week(clock)),
  daysOff: mostly([], fc.array(fc.constantFrom('2026-01-01', '2026-1-1'), { maxLength: 2 })),
  byHand: mostly(null, byHand),
};
const lastIntake = mostly(30, fc.constantFrom<unknown>(0, 240, 241, -1, 1.5, '30'));
// Records of before know nothing of a last new chat.
const hours = fc.oneof(fc.record(hoursFields), fc.record({ ...hoursFields, lastIntake }));
const names = ['  Help ', 'x'.repeat(60), 'x'.repeat(61), ' ', ''];
const settings = fc.record({
  name: mostly('Help', fc.constantFrom(...names)),
  countries: mostly(['NL'], fc.array(fc.constantFrom('BE', 'NL', 'LU', 'DE'), { maxLength: 4 })),
  languages: mostly(['nl'], fc.array(fc.constantFrom('nl', 'fr', 'en', 'en '), { maxLength: 4 })),
  hours: fc.oneof({ weight: 20, arbitrary: hours }, { weight: 1, arbitrary: odd }),
});
const unit = fc.record({
  name: mostly('Police NL', fc.constantFrom(' Police', 'P', '', 'x'.repeat(80), 'x'.repeat(81))),
  country: mostly('NL', fc.constantFrom('DE', 'BE')),
  key: mostly(`age1${'q'.repeat(58)}`, fc.constantFrom(`age1${'b'.repeat(58)}`, 'age1', 'x')),
  agreementUntilDay: mostly(21_000, fc.constantFrom<unknown>(0, -1, 1_000_001, '21000')),
});
const terms = fc.record({
  units: fc.array(unit, { maxLength: 2 }),
  desk: mostly(null, fc.constantFrom('a'.repeat(32), 'A'.repeat(32))),
  settings: fc.record({
    caseScope: mostly(false, fc.constantFrom(true)),
    patternFor12To15: mostly([], fc.array(fc.constantFrom('BE', 'DE'), { maxLength: 4 })),
    coolingOffMinutes: mostly(43_200, fc.constantFrom(0, 1, 1_000_001)),
    kCase: mostly(50, fc.constantFrom(0, 1)),
    k: mostly(10, fc.constantFrom(4, 5, 1001)),
    caseNeedsSecondConversation: mostly(true, fc.constantFrom(false)),
  }),
});
const more = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.record({ signals: mostly(undefined, terms) }) },
  { weight: 4, arbitrary: fc.record({ signals: terms }) },
  { weight: 1, arbitrary: fc.constant({ more: 1 }) },
);

it('settings are read as their schema reads them, and refused as it refuses them', () => {
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 40, arbitrary: settings }, fc.anything()),
      more,
      (value, extra) => {
        const given = extra !== null && value instanceof Object ? { ...value, ...extra } : value;
        const parsed = siteSettings.safeParse(given);
        if (parsed.success) taken += 1;
        else refused += 1;
        expect(readSiteSettings(given)).toEqual(parsed.success ? parsed.data : null);
      },
    ),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(20);
});

it('ids likewise', () => {
  const good = '0123456789abcdef0123456789abcdef';
  for (const hex of [good, good.toUpperCase(), good.slice(1), `${good}0`, `${good}\n`, '']) {
    if (frameId.safeParse(hex).success) expect(readId(hex)).toBe(hex);
    else expect(() => readId(hex)).toThrow(RangeError);
  }
});
