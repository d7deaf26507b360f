import type signal from '#messages/en/signal.json';

type SignalWords = typeof signal;

/** The words that a card is made of: what a person agrees to, and nothing that stands around it. */
export type NoticeWords = ReturnType<typeof noticeWordsOf>;

/** Takes out of `signal.json` all that `cardText` may ask for. */
export function noticeWordsOf({ card, case: one, ...words }: SignalWords) {
  const { free, filled, fields, not, back, backHere, limits, alone, yes } = card;
  const { h, what, who, disclose, personal, know, knowNo } = one;
  return {
    card: { free, filled, fields, not, back, backHere, limits, alone, yes },
    pattern: words.pattern,
    case: { h, what, who, disclose, personal, know, knowNo },
    fields: words.fields,
    codes: words.codes,
    quarter: words.quarter,
    dimensions: words.dimensions,
    months: words.months,
    and: words.and,
  };
}
