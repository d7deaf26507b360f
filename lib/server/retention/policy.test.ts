import { describe, expect, it } from 'vitest';
import { isErasureDue, isSweepDue } from './policy.ts';

const hour = 3_600_000;
const day = 24 * hour;
const noon = 20_000 * day + 12 * hour;
const due = (change: Partial<Parameters<typeof isErasureDue>[0]>) =>
  isErasureDue({ isWanted: true, lastDay: 20_000, lastEvent: noon - 60_000, now: noon, ...change });

describe('deleting what is over', () => {
  it('is done at the start, and once after each midnight', () => {
    expect(isSweepDue(null, noon)).toBe(true);
    expect(isSweepDue(20_000, noon)).toBe(false);
    expect(isSweepDue(20_000, 20_001 * day - 1)).toBe(false);
    expect(isSweepDue(20_000, 20_001 * day)).toBe(true);
  });
});

describe('taking what was deleted off the disk', () => {
  it('waits for a minute in which nobody wrote', () => {
    expect(due({})).toBe(true);
    expect(due({ lastEvent: noon - 59_999 })).toBe(false);
  });

  it('is not done for nothing, but every day', () => {
    expect(due({ isWanted: false })).toBe(false);
    expect(due({ isWanted: false, lastDay: 19_999 })).toBe(true);
  });

  it('is done in the night after, where people write round the clock', () => {
    const at = (time: number) => due({ now: time, lastEvent: time });
    expect(at(noon)).toBe(false);
    expect(at(20_001 * day + 2 * hour - 1)).toBe(false);
    expect(at(20_001 * day + 2 * hour)).toBe(true);
  });
});
