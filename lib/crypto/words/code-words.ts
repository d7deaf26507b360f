import { words as en } from './en.ts';
import { words as fr } from './fr.ts';
import { words as nl } from './nl.ts';

/** The languages that have a house list of 2,048 words. */
export const WORD_LANGUAGES = ['nl', 'fr', 'en'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];

const split = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The house lists, sorted, without accents and capitals (decision 6, reading h). */
export const WORD_LISTS: Readonly<Record<WordLanguage, readonly string[]>> = {
  nl: split(nl),
  fr: split(fr),
  en: split(en),
};

/** How a typed word is compared: no accents, no capitals, ligatures written out. */
export const plainWord = (typed: string): string =>
  typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** The words at these places of a list. */
export const wordsAt = (places: readonly number[], language: WordLanguage): readonly string[] =>
  places.map((place) => {
    const word = WORD_LISTS[language][place];
    if (word === undefined) throw new RangeError('no such place in the word list');
    return word;
  });

/**
 * The place of a typed word, or null if it is none of this list. The first four letters (or
 * more) of a longer word are enough: they are unique.
 */
export function placeOf(typed: string, language: WordLanguage): number | null {
  const word = plainWord(typed);
  const list = WORD_LISTS[language];
  const exact = list.indexOf(word);
  if (exact >= 0) return exact;
  if (word.length < 4) return null;
  const begun = list.findIndex((candidate) => candidate.startsWith(word));
  return begun >= 0 ? begun : null;
}

/** The places of a typed phrase, or null as soon as one word is not in this list. */
export function placesOfPhrase(phrase: string, language: WordLanguage): readonly number[] | null {
  const places = phraseWords(phrase).map((word) => placeOf(word, language));
  return places.every((place) => place !== null) ? places : null;
}

/** The single words of a typed phrase: anything but letters and marks separates them. */
export const phraseWords = (phrase: string): readonly string[] =>
  phrase.normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? [];
