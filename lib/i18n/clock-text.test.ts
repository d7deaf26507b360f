import { expect, it } from 'vitest';
import { clockText } from './clock-text.ts';

const now = Date.parse('2026-01-05T20:00:00Z');
const say = (iso: string, locale: 'nl' | 'fr' | 'en') =>
  clockText(Date.parse(iso), now, locale, 'Europe/Brussels');

it('says the time alone for today, the weekday for the days after, the date when it is far', () => {
  expect(say('2026-01-05T22:30:00Z', 'nl')).toBe('23:30');
  expect(say('2026-01-05T23:00:00Z', 'nl')).toMatch(/^dinsdag.* 00:00$/);
  expect(say('2026-01-07T08:00:00Z', 'fr')).toMatch(/^mercredi.* 09:00$/);
  expect(say('2026-01-20T08:00:00Z', 'en')).toMatch(/^Tuesday.*20 January.*09:00$/);
});
