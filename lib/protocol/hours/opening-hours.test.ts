import { describe, expect, it } from 'vitest';
import type { Hours } from '#lib/protocol/site-settings.ts';
import { openness } from './opening-hours.ts';

const at = (iso: string) => Date.parse(iso);
const hours = (changes: Partial<Hours>): Hours => ({
  zone: 'Europe/Brussels',
  week: [[], [], [], [], [], [], []],
  daysOff: [],
  byHand: null,
  ...changes,
});
const everyDay = (from: string, to: string) => Array.from({ length: 7 }, () => [{ from, to }]);
const weekdays = [...Array.from({ length: 5 }, () => [{ from: '09:00', to: '17:00' }]), [], []];

describe('opening hours', () => {
  it('open and close by the clock of their zone, in winter and in summer', () => {
    const office = hours({ week: weekdays });
    expect(openness(office, at('2026-01-05T07:59:59Z'))).toEqual({
      open: false,
      opens: at('2026-01-05T08:00:00Z'),
    });
    expect(openness(office, at('2026-01-05T08:00:00Z'))).toEqual({
      open: true,
      until: at('2026-01-05T16:00:00Z'),
    });
    expect(openness(office, at('2026-07-06T07:00:00Z'))).toEqual({
      open: true,
      until: at('2026-07-06T15:00:00Z'),
    });
    expect(openness(office, at('2026-07-06T15:00:00Z')).open).toBe(false);
  });

  it('say when they open after a weekend and after days off', () => {
    const office = hours({ week: weekdays, daysOff: ['2026-01-05'] });
    expect(openness(office, at('2026-01-02T18:00:00Z'))).toEqual({
      open: false,
      opens: at('2026-01-06T08:00:00Z'),
    });
  });

  it('last past midnight, also into a day off, and on the night when clocks change', () => {
    const night = hours({ week: everyDay('19:00', '06:00'), daysOff: ['2026-03-29'] });
    // From Saturday 19:00 to Sunday 06:00 is ten hours: at two o'clock it becomes three.
    expect(openness(night, at('2026-03-29T00:30:00Z'))).toEqual({
      open: true,
      until: at('2026-03-29T04:00:00Z'),
    });
    expect(openness(night, at('2026-03-29T18:00:00Z'))).toEqual({
      open: false,
      opens: at('2026-03-30T17:00:00Z'),
    });
    const autumn = hours({ week: everyDay('19:00', '06:00') });
    expect(openness(autumn, at('2026-10-25T00:30:00Z'))).toEqual({
      open: true,
      until: at('2026-10-25T05:00:00Z'),
    });
  });

  it('take a time that the clocks skip as the moment after', () => {
    const early = hours({ week: everyDay('02:30', '05:00') });
    expect(openness(early, at('2026-03-29T00:59:00Z'))).toEqual({
      open: false,
      opens: at('2026-03-29T01:30:00Z'),
    });
  });

  it('have no end round the clock, and none in sight when never open', () => {
    const always = hours({ week: everyDay('00:00', '24:00') });
    expect(openness(always, at('2026-05-01T12:00:00Z'))).toEqual({ open: true, until: null });
    expect(openness(hours({}), at('2026-05-01T12:00:00Z'))).toEqual({ open: false, opens: null });
  });

  it('join spans that touch, so that midnight is not an end', () => {
    const split = hours({
      week: Array.from({ length: 7 }, () => [
        { from: '20:00', to: '24:00' },
        { from: '00:00', to: '02:00' },
      ]),
    });
    expect(openness(split, at('2026-05-01T20:00:00Z'))).toEqual({
      open: true,
      until: at('2026-05-02T00:00:00Z'),
    });
  });

  it('give way to what somebody set by hand, until its minute', () => {
    const now = at('2026-01-05T10:00:00Z');
    const until = at('2026-01-05T12:00:00Z') / 60_000;
    const closed = hours({ week: weekdays, byHand: { state: 'closed', until } });
    expect(openness(closed, now)).toEqual({ open: false, opens: at('2026-01-05T12:00:00Z') });
    expect(openness(closed, until * 60_000).open).toBe(true);
    const open = hours({ byHand: { state: 'open', until } });
    expect(openness(open, now)).toEqual({ open: true, until: until * 60_000 });
    expect(openness(open, until * 60_000).open).toBe(false);
    expect(openness(hours({ byHand: { state: 'open', until: null } }), now)).toEqual({
      open: true,
      until: null,
    });
    const shut = hours({ week: weekdays, byHand: { state: 'closed', until: null } });
    expect(openness(shut, now)).toEqual({ open: false, opens: null });
  });

  it('hold in other zones too, with the day of that zone', () => {
    const monday = hours({
      zone: 'Pacific/Auckland',
      week: [[{ from: '09:00', to: '10:00' }], [], [], [], [], [], []],
    });
    expect(openness(monday, at('2026-01-04T20:30:00Z')).open).toBe(true);
  });
});

describe('the last new chat', () => {
  const office = hours({ week: weekdays, lastIntake: 30 });

  it('begins so many minutes before closing; then it says when we close and open again', () => {
    expect(openness(office, at('2026-01-05T15:29:59Z'))).toEqual({
      open: true,
      until: at('2026-01-05T16:00:00Z'),
    });
    expect(openness(office, at('2026-01-05T15:30:00Z'))).toEqual({
      open: false,
      closes: at('2026-01-05T16:00:00Z'),
      opens: at('2026-01-06T08:00:00Z'),
    });
    expect(openness(office, at('2026-01-05T16:00:00Z'))).toEqual({
      open: false,
      opens: at('2026-01-06T08:00:00Z'),
    });
  });

  it('counts from the end of a night, also on the two nights when clocks change', () => {
    const night = hours({ week: everyDay('19:00', '03:30'), lastIntake: 60 });
    // Spring: 03:30 by the clock is 01:30 UTC, half an hour after 01:59 became 03:00.
    expect(openness(night, at('2026-03-29T00:29:00Z')).open).toBe(true);
    expect(openness(night, at('2026-03-29T00:30:00Z'))).toEqual({
      open: false,
      closes: at('2026-03-29T01:30:00Z'),
      opens: at('2026-03-29T17:00:00Z'),
    });
    // Autumn: 03:30 is 02:30 UTC; the hour from two to three came twice before it.
    expect(openness(night, at('2026-10-25T01:29:00Z')).open).toBe(true);
    expect(openness(night, at('2026-10-25T01:30:00Z'))).toMatchObject({
      open: false,
      closes: at('2026-10-25T02:30:00Z'),
    });
  });

  it('is none round the clock, and none where midnight only joins two spans', () => {
    const always = hours({ week: everyDay('00:00', '24:00'), lastIntake: 60 });
    expect(openness(always, at('2026-05-01T21:45:00Z')).open).toBe(true);
    const late = hours({ week: everyDay('20:00', '02:00'), lastIntake: 60 });
    expect(openness(late, at('2026-05-01T21:45:00Z')).open).toBe(true);
  });

  it('holds for an end that was set by hand, and not without an end', () => {
    const until = at('2026-01-05T12:00:00Z') / 60_000;
    const open = hours({ byHand: { state: 'open', until }, lastIntake: 15 });
    expect(openness(open, at('2026-01-05T11:45:00Z'))).toEqual({
      open: false,
      closes: until * 60_000,
      opens: null,
    });
    const forever = hours({ byHand: { state: 'open', until: null }, lastIntake: 15 });
    expect(openness(forever, at('2026-01-05T11:45:00Z')).open).toBe(true);
  });
});
