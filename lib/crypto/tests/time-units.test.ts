import { describe, expect, it } from 'vitest';
import { dayOf, hourOf, isWindow, isWithin, minuteOf } from '../primitives/time-units.ts';

describe('time in whole units since 1970', () => {
  it('minutes, hours and days of a moment', () => {
    const moment = Date.UTC(2026, 8, 5, 13, 59, 59, 999);
    expect(minuteOf(moment) * 60_000).toBe(Date.UTC(2026, 8, 5, 13, 59));
    expect(hourOf(moment) * 3_600_000).toBe(Date.UTC(2026, 8, 5, 13));
    expect(dayOf(moment) * 86_400_000).toBe(Date.UTC(2026, 8, 5));
  });

  it('a window counts a day early and a day late, and then no more', () => {
    const window = { notBefore: 100, notAfter: 148 };
    expect([75, 76, 171, 172].map((hour) => isWithin(window, hour))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('a window runs forward and is not too long', () => {
    expect([0, 1, 48, 49].map((n) => isWindow({ notBefore: 7, notAfter: 7 + n }, 48))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
