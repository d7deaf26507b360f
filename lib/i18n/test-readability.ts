/** Per language: 206.835 and its kin. Flesch 1948 (en), Kandel and Moles 1958 (fr), Douma 1960 (nl). */
const formulas = {
  en: { base: 206.835, perWord: 1.015, perSyllable: 84.6 },
  fr: { base: 207, perWord: 1.015, perSyllable: 73.6 },
  nl: { base: 206.835, perWord: 0.93, perSyllable: 77 },
};

export type ReadableLocale = keyof typeof formulas;

/** A placeholder counts as one short word: what stands there is a name, a number or a time. */
const plain = (text: string) => text.replace(/\{[^{}]*\}/g, 'Ann');

/** The sentences of a text as lists of words. Punctuation and spaces, also French ones, are left out. */
export function sentencesOf(text: string): string[][] {
  return plain(text)
    .split(/[.?!:…]+(?=\s|$)|\n/u)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’\u2011-]*/gu) ?? [])
    .filter((words) => words.length > 0);
}

/** Groups of vowels; an e that is written and not said counts for nothing in French and English. */
function syllables(word: string, locale: ReadableLocale): number {
  const silent = { nl: /$^/, fr: /(?:es?|ent)$/, en: /(?<!l)e$/ }[locale];
  const said = word.toLowerCase().replace(silent, '');
  return Math.max(1, said.match(/[aeiouyàâäéèêëîïôöûùüœæ]+/g)?.length ?? 0);
}

/**
 * Reading ease of some texts together: 100 is a child's book, 60 plain language, 30 a law.
 * @returns NaN when there is no word at all
 */
export function readingEase(texts: readonly string[], locale: ReadableLocale): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flat();
  const spoken = words.reduce((sum, word) => sum + syllables(word, locale), 0);
  const { base, perWord, perSyllable } = formulas[locale];
  return base - perWord * (words.length / sentences.length) - perSyllable * (spoken / words.length);
}
