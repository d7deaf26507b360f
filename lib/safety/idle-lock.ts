/** After this long without a key, a press or a touch the screen locks, in ms, unless set otherwise. */
export const IDLE_LOCK_MS = 10 * 60 * 1000;

/**
 * Whether an unattended screen must lock now, and if not, when to look again. Counsellors share computers:
 * whoever sits down next must not find an open conversation. A computer that slept comes back with a jump
 * of the clock and locks at once; a clock that was set back counts as activity then and never opens more.
 * @param lastActivity ms since 1970
 * @param now ms since 1970
 */
export function idleLock(
  lastActivity: number,
  now: number,
  limit: number = IDLE_LOCK_MS,
): { lock: true } | { lock: false; lookAgainMs: number } {
  const idle = Math.max(0, now - lastActivity);
  return idle >= limit ? { lock: true } : { lock: false, lookAgainMs: limit - idle };
}
