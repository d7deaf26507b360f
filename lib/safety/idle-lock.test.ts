import { describe, expect, it } from 'vitest';
import { IDLE_LOCK_MS, IDLE_WARNING_MS, idleLock } from './idle-lock.ts';

describe('an unattended screen', () => {
  it('locks after ten minutes, and not one millisecond before', () => {
    expect(idleLock(1000, 1000 + IDLE_LOCK_MS - 1)).toEqual({
      lock: false,
      soon: true,
      lookAgainMs: 1,
    });
    expect(idleLock(1000, 1000 + IDLE_LOCK_MS)).toEqual({ lock: true });
    expect(IDLE_LOCK_MS).toBe(600_000);
  });

  it('says so one minute before, and is looked at exactly then', () => {
    const first = idleLock(1000, 1000);
    expect(first).toEqual({ lock: false, soon: false, lookAgainMs: 540_000 });
    expect(idleLock(1000, 1000 + 540_000)).toEqual({
      lock: false,
      soon: true,
      lookAgainMs: IDLE_WARNING_MS,
    });
    expect(IDLE_WARNING_MS).toBe(60_000);
  });

  it('locks at once when the computer slept for longer', () => {
    expect(idleLock(0, 8 * 3_600_000)).toEqual({ lock: true });
  });

  it('stays locked no later than its limit from now when the clock was set back', () => {
    expect(idleLock(5_000_000, 1000)).toEqual({
      lock: false,
      soon: false,
      lookAgainMs: IDLE_LOCK_MS - IDLE_WARNING_MS,
    });
  });
});
