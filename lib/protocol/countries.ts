export const locales = ['nl', 'fr', 'en'] as const;
export type Locale = (typeof locales)[number];
export const countries = ['BE', 'NL', 'LU'] as const;
export type Country = (typeof countries)[number];
