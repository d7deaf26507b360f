/** After this long without a key, a press or a touch the screen locks, in ms, unless set otherwise. */
export const IDLE_LOCK_MS = 10 * 60 * 1000;

/** So long before it locks the screen says so, in ms. */
export const IDLE_WARNING_MS = 60 * 1000;

/** Timers do not count the hours in which a computer sleeps: the clock is looked at this often, in ms. */
export const IDLE_LOOK_MS = 5000;

/**
 * Whether an unattended screen must lock now, and if not, whether to say that it soon will and when to look
 * again. Counsellors share computers: whoever sits down next must not find an open conversation. A computer
 * that slept comes back with a jump of the clock and locks at once.
 * @param idle ms since the last key, press or touch
 */
export function idleLock(
  idle: number,
  limit: number = IDLE_LOCK_MS,
): { lock: true } | { lock: false; soon: boolean; lookAgainMs: number } {
  if (idle >= limit) return { lock: true };
  const quiet = limit - IDLE_WARNING_MS;
  const soon = idle >= quiet;
  const next = (soon ? limit : quiet) - idle;
  return { lock: false, soon, lookAgainMs: Math.min(next, IDLE_LOOK_MS) };
}
