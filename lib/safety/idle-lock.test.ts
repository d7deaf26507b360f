import { describe, expect, it } from 'vitest';
import { IDLE_LOCK_MS, IDLE_LOOK_MS, IDLE_WARNING_MS, idleLock } from './idle-lock.ts';

describe('an unattended screen', () => {
  it('locks after ten minutes, and not one millisecond before', () => {
    expect(idleLock(IDLE_LOCK_MS - 1)).toEqual({ lock: false, soon: true, lookAgainMs: 1 });
    expect(idleLock(IDLE_LOCK_MS)).toEqual({ lock: true });
    expect(IDLE_LOCK_MS).toBe(600_000);
  });

  it('says so one minute before, and is looked at exactly then', () => {
    expect(idleLock(539_999)).toEqual({ lock: false, soon: false, lookAgainMs: 1 });
    expect(idleLock(540_000)).toMatchObject({ lock: false, soon: true });
    expect(IDLE_WARNING_MS).toBe(60_000);
  });

  it('is looked at every few seconds, because a timer does not count the hours of a sleep', () => {
    for (const idle of [0, 300_000, 540_000])
      expect(idleLock(idle)).toMatchObject({ lookAgainMs: IDLE_LOOK_MS });
    expect(IDLE_LOOK_MS).toBeLessThanOrEqual(15_000);
  });

  it('locks at once when the computer slept for longer', () => {
    expect(idleLock(8 * 3_600_000)).toEqual({ lock: true });
  });
});
