import { defineRouting } from 'next-intl/routing';

/**
 * The three languages and how an address names one. No cookie remembers the choice and no header
 * advertises the other addresses: on the phone of someone who is watched both would be traces.
 */
export const routing = defineRouting({
  locales: ['nl', 'fr', 'en'],
  defaultLocale: 'en',
  localePrefix: 'always',
  localeCookie: false,
  localeDetection: false,
  alternateLinks: false,
});

export type AppLocale = (typeof routing.locales)[number];

/** True for one of the three languages of the site. */
export function isLocale(value: unknown): value is AppLocale {
  return routing.locales.some((locale) => locale === value);
}
