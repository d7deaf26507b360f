import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { infoFiles } from '#messages/content/info-pages.ts';
import { infoSentences } from '#messages/content/info-sentences.ts';
import { type AppLocale, routing } from './routing.ts';

const folder = new URL('../../messages/', import.meta.url);

/** One pair a language, around what is on a button and around what somebody says. */
const others: Record<AppLocale, RegExp> = { en: /["«»‘]/, nl: /["«»“”]/, fr: /["‘“”]/ };

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

it.each(routing.locales)('%s has one kind of quotation marks on the help side', (locale) => {
  const files = ['help', 'chat', 'info'].map((name): unknown =>
    JSON.parse(readFileSync(new URL(`${locale}/${name}.json`, folder), 'utf8')),
  );
  const pages = Object.values(infoFiles).flatMap(infoSentences);
  const all = [...files.flatMap(texts), ...pages.map((sentence) => sentence[locale])];
  expect(all.filter((text) => others[locale].test(text))).toEqual([]);
});
