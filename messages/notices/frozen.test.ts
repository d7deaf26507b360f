import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadNoticeWords } from '#lib/i18n/load-notice-words.ts';
import { loadSignalWords } from '#lib/i18n/load-signal-words.ts';
import { noticeWordsOf } from '#lib/i18n/notice-words.ts';
import { routing } from '#lib/i18n/routing.ts';
import { type NoticeHashes, noticeHashes } from './example-cards.ts';

const hashes: Record<string, Record<string, NoticeHashes>> = JSON.parse(
  readFileSync(new URL('hashes.json', import.meta.url), 'utf8'),
);

const changedWords =
  'The words of the card changed, and no version has them: every new consent would be refused. Run ' +
  '`npm run notice:version`, which freezes them as the next version (README of messages/notices).';
const changedText = (version: string) =>
  `The ${version} version of the card no longer gives the text that people agreed to: its words were edited, or ` +
  'the code that makes a card was. Words: put them back. Code: keep the old way for this version, and freeze ' +
  'the new one as the next (README of messages/notices).';

describe.each(routing.locales)('the card in %s', (locale) => {
  it('says today what its newest version says', async () => {
    const [newest] = await loadNoticeWords(locale);
    expect(newest?.words, changedWords).toEqual(noticeWordsOf(await loadSignalWords(locale)));
    // The texts on a screen are made of the whole file: a word that the version leaves out would show here.
    const whole = noticeHashes(locale, await loadSignalWords(locale));
    expect(hashes[newest?.version ?? '']?.[locale]?.texts, changedText('newest')).toEqual(
      whole.texts,
    );
  });

  it('gives in every version the very text that was agreed to', async () => {
    const versions = await loadNoticeWords(locale);
    expect(versions.map(({ version }) => version).sort()).toEqual(Object.keys(hashes).sort());
    for (const { version, words } of versions)
      expect(noticeHashes(locale, words), changedText(`${version}.`)).toEqual(
        hashes[version]?.[locale],
      );
  });
});
