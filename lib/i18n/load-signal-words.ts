import type { AppLocale } from './routing.ts';

const signal = {
  nl: () => import('#messages/nl/signal.json'),
  fr: () => import('#messages/fr/signal.json'),
  en: () => import('#messages/en/signal.json'),
};

/** Plain words for the codes of signals, and the card; a chunk that comes with the first of them. */
export async function loadSignalWords(locale: AppLocale) {
  return (await signal[locale]()).default;
}
