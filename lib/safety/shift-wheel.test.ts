import { expect, it } from 'vitest';
import { watchShiftWheel } from './shift-wheel.ts';

it('a wheel that is turned while Shift is held is what Shift is held for', () => {
  const wheel = watchShiftWheel();
  expect([wheel(0, true), wheel(40, true), wheel(900, true)]).toEqual([true, true, true]);
  expect(wheel(2000, false)).toBe(false);
});

it('a touchpad that still runs out when Shift is pressed is not', () => {
  const wheel = watchShiftWheel();
  const ran = Array.from({ length: 60 }, (_, i) => wheel(i * 16, i > 10));
  expect(ran).not.toContain(true);
  expect(wheel(60 * 16 + 151, true)).toBe(true);
});

it('Shift again while the same turning runs out: still for the wheel', () => {
  const wheel = watchShiftWheel();
  expect([wheel(0, true), wheel(10, false), wheel(20, true)]).toEqual([true, false, true]);
});
