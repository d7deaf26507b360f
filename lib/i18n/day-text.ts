import type { AppLocale } from './routing.ts';

const tags: Record<AppLocale, string> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB' };

/** A whole day since 1970 (UTC), as certificates and links count, written out: "3 December 2026". */
export function dayText(day: number, locale: AppLocale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(day * 86_400_000);
}

/** A calendar day like `2026-12-03`, written out. */
export function dateText(date: string, locale: AppLocale): string {
  return dayText(Date.parse(`${date}T00:00:00Z`) / 86_400_000, locale);
}
