/** The three languages of the house, in the order in which choices are shown. */
export const locales = ['nl', 'fr', 'en'] as const;

export type Locale = (typeof locales)[number];

/** True for exactly the three languages, case-sensitive: `/NL` is an unknown address. */
export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}
