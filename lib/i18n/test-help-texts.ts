import { readdirSync, readFileSync } from 'node:fs';
import type signal from '#messages/en/signal.json';
import { noticeWordsOf } from './notice-words.ts';
import type { AppLocale } from './routing.ts';

const folder = new URL('../../messages/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/** Every text inside a value. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What a content file says in one language; its sources and ids are nobody's to read. */
function contentTexts(value: unknown, locale: AppLocale): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === locale ? textsOf(inner) : contentTexts(inner, locale),
  );
}

/** All that the help side says in one language, but the words of the card: those are frozen by version. */
export function helpTexts(locale: AppLocale): string[] {
  const card = read(`${locale}/signal.json`);
  const frozen = new Set(textsOf(noticeWordsOf(card as typeof signal)));
  const content = readdirSync(new URL('content/', folder), { recursive: true, encoding: 'utf8' });
  return [
    ...['help', 'chat', 'info'].flatMap((name) => textsOf(read(`${locale}/${name}.json`))),
    ...textsOf(card).filter((text) => !frozen.has(text)),
    ...content
      .filter((path) => path.endsWith('.json'))
      .flatMap((path) => contentTexts(read(`content/${path}`), locale)),
  ];
}

/** What the team reads in one language. */
export const staffTexts = (locale: AppLocale): string[] =>
  ['team', 'office', 'enrol'].flatMap((name) => textsOf(read(`${locale}/${name}.json`)));
