import type { AppLocale } from './routing.ts';

const info = {
  nl: () => import('#messages/nl/info.json'),
  fr: () => import('#messages/fr/info.json'),
  en: () => import('#messages/en/info.json'),
};

/** Words around the pages to read; only those pages ship them. */
export async function loadInfoWords(locale: AppLocale) {
  return (await info[locale]()).default;
}

export type InfoWords = Awaited<ReturnType<typeof loadInfoWords>>;
