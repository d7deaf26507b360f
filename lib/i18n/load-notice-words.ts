import type { NoticeWords } from './notice-words.ts';
import type { AppLocale } from './routing.ts';

const notices = {
  nl: () => import('#messages/notices/nl.json'),
  fr: () => import('#messages/notices/fr.json'),
  en: () => import('#messages/notices/en.json'),
};

/** Words of a card as they once were, or are today, under the number that a consent record names. */
export type NoticeVersion = { version: string; words: NoticeWords };

/** Every version of a card in this language that a consent may still be given to, the newest first. */
export async function loadNoticeWords(locale: AppLocale): Promise<readonly NoticeVersion[]> {
  const versions: Record<string, NoticeWords> = (await notices[locale]()).default;
  return Object.entries(versions)
    .map(([version, words]) => ({ version, words }))
    .sort((a, b) => Number(b.version) - Number(a.version));
}
