import { createTranslator } from 'next-intl';
import type { NoticeWords } from './notice-words.ts';
import type { AppLocale } from './routing.ts';
import type { SaySignal } from './signal-text.ts';

/** A version of the card never had this word. */
export class NoSuchWord extends Error {
  override name = 'NoSuchWord';
}

/** Says the words of one version of a card. @throws NoSuchWord */
export function sayNotice(locale: AppLocale, words: NoticeWords): SaySignal {
  return createTranslator({
    locale,
    messages: { signal: words },
    namespace: 'signal',
    onError({ message }) {
      throw new NoSuchWord(message);
    },
  }) as unknown as SaySignal;
}
