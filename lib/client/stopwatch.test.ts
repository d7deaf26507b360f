import { describe, expect, it } from 'vitest';
import { stopwatch } from './stopwatch.ts';

function held() {
  const at = { date: 1_000_000_000, running: 5000 };
  const read = stopwatch({ date: () => at.date, running: () => at.running });
  return { at, read };
}

describe('a stopwatch', () => {
  it('counts a night in which the clock of the page stood still', () => {
    const { at, read } = held();
    at.date += 8 * 3_600_000;
    expect(read()).toBe(8 * 3_600_000);
  });

  it('goes on when the date is set back', () => {
    const { at, read } = held();
    at.date -= 3_600_000;
    at.running += 600_000;
    expect(read()).toBe(600_000);
  });

  it('never reads less than nothing', () => {
    const { at, read } = held();
    at.date -= 5;
    expect(read()).toBe(0);
  });
});
