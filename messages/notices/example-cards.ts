import { noticeHashOf } from '#lib/crypto/consent/consent.ts';
import { toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { type CardFacts, cardText } from '#lib/i18n/card-text.ts';
import type { NoticeWords } from '#lib/i18n/notice-words.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { sayNotice } from '#lib/i18n/say-notice.ts';
import type { Signal } from '#lib/signals/signal.ts';

const units = ['Example Police NL', 'Example Police BE', 'Example Police LU'];
const full: Signal = {
  ...{ country: 'NL', period: '2026-Q4', age_band: '18-23', gender: 'Feminine' },
  ...{ exploitation: 'SexualExploitation', sex_exploitation_form: ['Prostitution', 'Pornography'] },
  ...{ recruitment_method: ['AtWork', 'ByIntimatePartner'], recruitment_platform: ['dating'] },
  ...{ recruiter_relation: 'IntimatePartner', exploitation_platform: ['messaging', 'escort_ads'] },
  ...{ means_of_control: ['PhysicalAbuse', 'DebtBondage', 'WithholdsDocuments'] },
  ...{ venue_type: ['private_home', 'street'], movement: 'within_benelux' },
  ...{ duration_band: '6-12m', perpetrator_count: 'several' },
};
const work: Signal = {
  ...{ country: 'BE', period: '2027-Q1', age_band: 'unknown', exploitation: 'ForcedLabour' },
  ...{ labour_sector: 'F_Construction', indicators: [true, false, true, false, false, true] },
};
const coarse: Signal = {
  ...{ country: 'Benelux', period: '2027', age_band: 'minor', exploitation: 'labour' },
  indicators: '3-4',
};
const single: Signal = { country: 'NL', region: 'NL3', age_band: '24-29' };

const facts = (scope: CardFacts['scope'], count: number, day: number): CardFacts => ({
  scope,
  recipients: units.slice(0, count).map((name) => ({ name, key: name })),
  notBeforeDay: day,
  lastTakeBackDay: day + 31,
});

/** Cards of both scopes, with one unit and several, whole signals and coarse ones, and days of many months. */
const examples: Record<string, [CardFacts, Signal]> = {
  'pattern, one unit': [facts('pattern', 1, 20_835), full],
  'pattern, two units, less exact': [facts('pattern', 2, 20_954), coarse],
  'pattern, three units': [facts('pattern', 3, 21_043), work],
  'case, one unit': [facts('case', 1, 20_789), single],
  'case, two units': [facts('case', 2, 21_205), { ...full, country: 'BE' }],
};

/** What stands for one version of a card: a hash of its words, and one of the text of each example. */
export type NoticeHashes = { words: string; texts: Record<string, string> };

/** The hashes of a version in one language; they change with a word and with the code that makes the text. */
export function noticeHashes(locale: AppLocale, words: NoticeWords): NoticeHashes {
  const say = sayNotice(locale, words);
  const texts = Object.entries(examples).map(([name, [card, signal]]) => {
    const { notice } = cardText(say, card, signal, 'Robin');
    return [name, toHex(noticeHashOf(notice))] as const;
  });
  return { words: toHex(h32(utf8(JSON.stringify(words)))), texts: Object.fromEntries(texts) };
}
