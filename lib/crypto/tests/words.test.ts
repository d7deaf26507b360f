import { describe, expect, it } from 'vitest';
import { blockedStems, innocent } from '../words/blocked-stems.ts';
import { WORD_LANGUAGES, WORD_LISTS } from '../words/code-words.ts';

const listOf = (text: string) => text.match(/\S+/g) ?? [];

/** Words of a list that a stem, or a stem with a star, forbids. */
function blocked(words: readonly string[], stems: readonly string[]): string[] {
  const whole = new Set(stems.filter((stem) => !stem.endsWith('*')));
  const begins = stems.filter((stem) => stem.endsWith('*')).map((stem) => stem.slice(0, -1));
  return words.filter((word) => whole.has(word) || begins.some((stem) => word.startsWith(stem)));
}

/** What nobody may meet in a list, whichever way the stems are written. */
const PLANTED = {
  nl: ['moeder', 'gevangenis', 'politie', 'seksueel', 'vlucht', 'wapen', 'gebed', 'angstig'],
  fr: ['maman', 'prison', 'police', 'couteau', 'sexe', 'fuite', 'eglise', 'peur'],
  en: ['mother', 'prison', 'police', 'weapon', 'sexual', 'escape', 'church', 'afraid'],
} as const;

describe.each(WORD_LANGUAGES)('the house list of %s', (language) => {
  const words = WORD_LISTS[language];

  it('holds 2,048 words, sorted', () => {
    expect(words.length).toBe(2048);
    expect(words).toEqual([...words].sort());
  });

  it('has words of three to eight plain letters', () => {
    expect(words.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });

  it('is unique in the first four letters', () => {
    expect(new Set(words.map((word) => word.slice(0, 4))).size).toBe(2048);
  });

  it('frightens, hurts, preaches, and reminds of family or police with no word', () => {
    const stems = listOf(blockedStems[language]);
    expect(blocked(PLANTED[language], stems)).toEqual(PLANTED[language]);
    expect(blocked(words, stems)).toEqual(listOf(innocent[language]));
  });
});
