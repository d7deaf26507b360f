import { type ConsentBody, noticeHashOf } from '#lib/crypto/consent/consent.ts';
import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import { type CardFacts, cardText } from '#lib/i18n/card-text.ts';
import { loadNoticeWords, type NoticeVersion } from '#lib/i18n/load-notice-words.ts';
import { type AppLocale, isLocale } from '#lib/i18n/routing.ts';
import { NoSuchWord, sayNotice } from '#lib/i18n/say-notice.ts';
import type { Notice } from '#lib/signals/consent-check.ts';
import type { Signal } from '#lib/signals/signal.ts';

/** A text that may have stood on a card, and the days in it. */
export type CardText = { days: CardFacts; notice: Notice };

/** What is known of a card without its words: its language, signal, possible days and recipients, and names. */
type Cards = {
  lang: string;
  signal: Signal;
  facts: readonly CardFacts[];
  /** each work name of the team: the consent does not say whose chat it was */
  names: readonly string[];
};

/** The text of one card; null for a version that lacks a word of it, and so was never shown with it. */
function textIn(...card: Parameters<typeof cardText>): string | null {
  try {
    return cardText(...card).notice;
  } catch (error) {
    if (error instanceof NoSuchWord) return null;
    throw error;
  }
}

function* textsIn(
  locale: AppLocale,
  { signal, facts, names }: Cards,
  { version, words }: NoticeVersion,
): Iterable<CardText> {
  const say = sayNotice(locale, words);
  for (const days of facts)
    for (const by of names) {
      const text = textIn(say, days, signal, by);
      if (text) yield { days, notice: { id: `havre-card-${days.scope}`, version, text, by } };
    }
}

/** The texts that may have stood on this card, in the words of each version; the newest come first. */
export async function textsOf(cards: Cards): Promise<Iterable<CardText>> {
  const { lang } = cards;
  if (!isLocale(lang)) return [];
  const versions = await loadNoticeWords(lang);
  return (function* () {
    for (const version of versions) yield* textsIn(lang, cards, version);
  })();
}

/** The one of these texts that a consent was signed over. */
export function shownOf(
  texts: Iterable<CardText>,
  { noticeHash }: Pick<ConsentBody, 'noticeHash'>,
): CardText | null {
  for (const one of texts) if (equalBytes(noticeHashOf(one.notice.text), noticeHash)) return one;
  return null;
}
