/**
 * Whole units since 1970-01-01 UTC, the only times that certificates and messages carry
 * (reading 28). A clock never enters this folder: callers bring the time.
 */

/** Whole hours of a time in milliseconds (`Date.now()`). */
export const hourOf = (milliseconds: number): number => Math.floor(milliseconds / 3_600_000);

/** Whole days of a time in milliseconds. */
export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000);

/** Whole minutes of a time in milliseconds. */
export const minuteOf = (milliseconds: number): number => Math.floor(milliseconds / 60_000);

/** From when (included) until when (excluded), in hours. */
export type HourWindow = { notBefore: number; notAfter: number };

/** A window that is given in days, in hours. */
export const hoursOfDays = (days: HourWindow): HourWindow => ({
  notBefore: days.notBefore * 24,
  notAfter: days.notAfter * 24,
});

// Phones with a wrong clock are common; a day of tolerance on both sides lets them in.
const TOLERANCE_HOURS = 24;

/** `notBefore - 24 h <= now < notAfter + 24 h` (reading 28). */
export const isWithin = (window: HourWindow, nowHour: number): boolean =>
  window.notBefore - TOLERANCE_HOURS <= nowHour && nowHour < window.notAfter + TOLERANCE_HOURS;

/** Whether a window runs forward and is no longer than the longest life of its kind. */
export const isWindow = (window: HourWindow, longest: number): boolean =>
  window.notAfter > window.notBefore && window.notAfter - window.notBefore <= longest;
