import type { AppLocale } from './routing.ts';

const tags: Record<AppLocale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY_MS = 86_400_000;

const dayKey = (instant: number, timeZone?: string) =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(instant);

/**
 * An instant by the person's own clock: the time, with the weekday unless it is today, with the date
 * when it is a week away or more. Never a zone, never a zero hour of somebody else's.
 * @param timeZone only tests name one; a page uses the zone of its device
 */
export function clockText(
  instant: number,
  now: number,
  locale: AppLocale,
  timeZone?: string,
): string {
  const far = Math.abs(instant - now) >= 6 * DAY_MS;
  const today = dayKey(instant, timeZone) === dayKey(now, timeZone);
  const date = far ? ({ day: 'numeric', month: 'long' } as const) : {};
  const day = today ? {} : ({ weekday: 'long', ...date } as const);
  return new Intl.DateTimeFormat(tags[locale], { ...day, ...clock, timeZone }).format(instant);
}

/** The day of an instant by the person's own clock, with its date: "Tuesday 5 May". */
export function weekdayText(instant: number, locale: AppLocale): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(tags[locale], parts).format(instant);
}
