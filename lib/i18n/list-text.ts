import type { AppLocale } from './routing.ts';

/** Several names as one says them: "Belgium and Luxembourg". */
export const listText = (names: readonly string[], locale: AppLocale): string =>
  new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale).format(names);
