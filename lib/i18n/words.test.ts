import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { infoFiles } from '#messages/content/info-pages.ts';
import { infoSentences } from '#messages/content/info-sentences.ts';
import { secrecyFile } from '#messages/content/secrecy-schema.ts';
import { DIMENSIONS } from '../signals/code-lists.ts';
import { INDICATORS } from '../signals/indicators/operational-indicators.ts';
import { routing } from './routing.ts';

const folder = new URL('../../messages/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

/** Every sentence with its key, and the placeholders in it. */
function sentences(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => sentences(inner, `${key}.${name}`));
}
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map((found) => found[1]).sort();
const files = readdirSync(new URL('en/', folder));

// Never said to the person who seeks help (rules 1, 3 and 4 of the wording).
const avoided =
  /slachtoffer|victime?\b|\bdader|perpetrator|\bauteur|prostitu|kinderporno|illegaal|loverboy|misbruik|anoniem|anonym|100 ?%|untraceable|\bjust\b|simply|seul\(e\)|obligé\(e\)|tu ne dois pas|you must|!/i;

describe('words', () => {
  it.each(files)('%s has the same keys and placeholders in every language', (file) => {
    const shape = (locale: string) =>
      sentences(read(`${locale}/${file}`)).map(([key, text]) => [key, placeholders(text)]);
    for (const locale of routing.locales) expect(shape(locale)).toEqual(shape('en'));
  });

  it.each(routing.locales)('in %s never use a word that hurts or promises too much', (locale) => {
    expect('a victim').toMatch(avoided);
    for (const file of ['help.json', 'chat.json', 'signal.json', 'info.json'])
      for (const [key, text] of sentences(read(`${locale}/${file}`)))
        expect(text, `${locale} ${file} ${key}`).not.toMatch(avoided);
    for (const [topic, file] of Object.entries(infoFiles))
      for (const sentence of infoSentences(file))
        expect(sentence[locale], `${locale} info/${topic}.json`).not.toMatch(avoided);
  });

  it.each(routing.locales)('in %s name every indicator of the list, and nothing else', (locale) => {
    const { desk } = read(`${locale}/team.json`) as {
      desk: { signal: { indicators: Record<string, Record<string, string>> } };
    };
    const wanted = INDICATORS.map(({ dimension, code }) => `${dimension}.${code}`);
    const there = DIMENSIONS.flatMap((dimension) =>
      Object.keys(desk.signal.indicators[dimension] ?? {}).map((code) => `${dimension}.${code}`),
    );
    const names = DIMENSIONS.map((dimension) => `${dimension}.name`);
    expect(there.sort()).toEqual([...wanted, ...names].sort());
  });

  it('of secrecy exist for each country', () => {
    expect(secrecyFile.safeParse(read('content/secrecy.json')).success).toBe(true);
  });
});
