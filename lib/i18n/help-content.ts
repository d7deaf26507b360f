import type { Country } from '#lib/protocol/countries.ts';
import type { NumbersFile } from '#messages/content/numbers-schema.ts';
import {
  type ShownNumber,
  type SilentApp,
  shownNumbers,
  silentApps,
} from '#messages/content/shown-numbers.ts';
import { loadHelpWords } from './load-help-words.ts';
import type { AppLocale } from './routing.ts';

/** Everything the help side says in one language before a chat begins. */
export type HelpContent = {
  words: Awaited<ReturnType<typeof loadHelpWords>>;
  numbers: ShownNumber[];
  apps: SilentApp[];
  /** What is passed on and when, in two sentences, per country. */
  secrecy: Record<Country, { exceptions: string; firstToYou: string }>;
};

/**
 * The prerendered page holds one language. The others, and the content files in all languages, come as
 * chunks when somebody changes language. The build has checked the files (`checkContent`).
 */
export async function loadHelpContent(locale: AppLocale): Promise<HelpContent> {
  const [words, { default: file }, { default: secrecy }] = await Promise.all([
    loadHelpWords(locale),
    import('#messages/content/numbers.json'),
    import('#messages/content/secrecy.json'),
  ]);
  const numbers = file as NumbersFile;
  const inCountry = (country: Country) => ({
    exceptions: secrecy[country].exceptions[locale],
    firstToYou: secrecy[country].first_to_you[locale],
  });
  return {
    words,
    numbers: shownNumbers(numbers, locale),
    apps: silentApps(numbers, locale),
    secrecy: { BE: inCountry('BE'), NL: inCountry('NL'), LU: inCountry('LU') },
  };
}
