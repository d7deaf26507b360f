import { createTranslator } from 'next-intl';
import { equalBytes } from '#lib/crypto/bytes.ts';
import { type ConsentBody, noticeHashOf } from '#lib/crypto/consent.ts';
import { type CardFacts, cardText } from '#lib/i18n/card-text.ts';
import { loadSignalWords } from '#lib/i18n/load-signal-words.ts';
import { isLocale } from '#lib/i18n/routing.ts';
import type { SaySignal } from '#lib/i18n/signal-text.ts';
import type { Notice } from '#lib/signals/consent-check.ts';
import type { Signal } from '#lib/signals/signal.ts';

/** A text that may have stood on a card, and the days in it. */
export type CardText = { days: CardFacts; notice: Notice };

/** Whether a consent was signed over this text. */
export const isShown = ({ text }: Notice, { noticeHash }: Pick<ConsentBody, 'noticeHash'>) =>
  equalBytes(noticeHashOf(text), noticeHash);

/**
 * The texts that may have stood on the card of this signal: its own language, its own days and recipients, and
 * each work name of the team, since the consent does not say whose chat it was.
 */
export async function textsOf(
  lang: string,
  facts: readonly CardFacts[],
  signal: Signal,
  names: readonly string[],
): Promise<CardText[]> {
  if (!isLocale(lang)) return [];
  const signalWords = await loadSignalWords(lang);
  const say = createTranslator({
    locale: lang,
    messages: { signal: signalWords },
    namespace: 'signal',
  }) as SaySignal;
  return facts.flatMap((one) =>
    names.map((name) => ({
      days: one,
      notice: {
        id: `havre-card-${one.scope}`,
        version: '1',
        text: cardText(say, lang, one, signal, name).notice,
        by: name,
      },
    })),
  );
}
