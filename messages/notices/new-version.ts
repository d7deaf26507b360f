import { readFileSync, writeFileSync } from 'node:fs';
import { loadSignalWords } from '#lib/i18n/load-signal-words.ts';
import { type NoticeWords, noticeWordsOf } from '#lib/i18n/notice-words.ts';
import { routing } from '#lib/i18n/routing.ts';
import { type NoticeHashes, noticeHashes } from './example-cards.ts';

// `npm run notice:version`: freezes the words of the card as they are today under the next number. With
// `-- --replace` under the newest number instead, for words that no person has seen yet.

type Versions = Record<string, NoticeWords>;
type Hashes = Record<string, Record<string, NoticeHashes>>;

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const write = (name: string, value: unknown): void =>
  writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);

const hashes = read<Hashes>('hashes.json');
const newest = Math.max(0, ...Object.keys(hashes).map(Number));
const version = String(process.argv.includes('--replace') ? Math.max(1, newest) : newest + 1);

const frozen: Record<string, NoticeHashes> = {};
for (const locale of routing.locales) {
  const words = noticeWordsOf(await loadSignalWords(locale));
  write(`${locale}.json`, { ...read<Versions>(`${locale}.json`), [version]: words });
  frozen[locale] = noticeHashes(locale, words);
}
write('hashes.json', { ...hashes, [version]: frozen });
process.stdout.write(`The card is frozen as version ${version}.\n`);
