/** After this long without a key, a press or a touch the screen locks, in ms, unless set otherwise. */
export const IDLE_LOCK_MS = 10 * 60 * 1000;

/** So long before it locks the screen says so, in ms. */
export const IDLE_WARNING_MS = 60 * 1000;

/**
 * Whether an unattended screen must lock now, and if not, whether to say that it soon will and when to look
 * again. Counsellors share computers: whoever sits down next must not find an open conversation. A computer
 * that slept comes back with a jump of the clock and locks at once; a clock that was set back counts as
 * activity then and never opens more.
 * @param lastActivity ms since 1970
 * @param now ms since 1970
 */
export function idleLock(
  lastActivity: number,
  now: number,
  limit: number = IDLE_LOCK_MS,
): { lock: true } | { lock: false; soon: boolean; lookAgainMs: number } {
  const idle = Math.max(0, now - lastActivity);
  if (idle >= limit) return { lock: true };
  const quiet = limit - IDLE_WARNING_MS;
  const soon = idle >= quiet;
  return { lock: false, soon, lookAgainMs: (soon ? limit : quiet) - idle };
}
