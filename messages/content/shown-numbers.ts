import { dateText } from '#lib/i18n/day-text.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { isShownNumber } from './number-rules.ts';
import type { NumberEntry, NumbersFile } from './numbers-schema.ts';

/** One service as a page shows it, in one language. Empty or null: not known well enough to say. */
export type ShownNumber = {
  id: string;
  country: NumberEntry['country'];
  name: string;
  purpose: string;
  numbers: NumberEntry['numbers'];
  site: string | null;
  languages: NumberEntry['languages'];
  hours: string | null;
  /** The day of the last check, written out; absent when nobody checked. */
  checkedOn?: string;
};

const isListed = (entry: NumberEntry) =>
  isShownNumber(entry) && !entry.app_for_who_cannot_speak && entry.country !== 'EU';

/** What may be shown as fact, and of it no field that still has to be checked. */
export function shownNumbers(file: NumbersFile, locale: AppLocale): ShownNumber[] {
  return file.entries.filter(isListed).map((entry) => ({
    id: entry.id,
    country: entry.country,
    name: entry.name[locale],
    purpose: entry.purpose[locale],
    numbers: entry.numbers,
    site: entry.site,
    languages: entry.to_check.includes('languages') ? [] : entry.languages,
    hours: entry.to_check.includes('hours') ? null : (entry.hours?.[locale] ?? null),
    ...(entry.checked_on === null ? {} : { checkedOn: dateText(entry.checked_on, locale) }),
  }));
}

/** Names of the apps in which one can tell 112 that one cannot speak, per country. */
export function silentApps(file: NumbersFile, locale: AppLocale) {
  return file.entries
    .filter((entry) => isShownNumber(entry) && entry.app_for_who_cannot_speak)
    .map((entry) => ({ country: entry.country, name: entry.name[locale] }));
}

export type SilentApp = ReturnType<typeof silentApps>[number];
