import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { infoPage } from '#messages/content/info-page.ts';
import { infoFiles } from '#messages/content/info-pages.ts';
import { infoSentences } from '#messages/content/info-sentences.ts';
import { routing } from './routing.ts';
import { textsOf } from './test-help-texts.ts';
import { readingEase, sentencesOf } from './test-readability.ts';

// Set before anything was measured: plain language, and the sentence of rule 16 of the wording.
const leastEase = 60;
const mostWords = 15;
/** Below it a formula measures chance. */
const leastMeasured = 30;

const folder = new URL('../../messages/', import.meta.url);

/** Every screen of the help side: the parts of its files. */
function screens(locale: string): [string, string[]][] {
  return ['help', 'chat', 'info', 'signal'].flatMap((file) => {
    const words: unknown = JSON.parse(
      readFileSync(new URL(`${locale}/${file}.json`, folder), 'utf8'),
    );
    // The words for codes are names, not sentences.
    const parts = Object.entries(words as object).filter(([part]) => part !== 'codes');
    return parts.map(([part, inner]): [string, string[]] => [`${file}.${part}`, textsOf(inner)]);
  });
}

describe('a formula', () => {
  const hard = {
    nl: 'De verantwoordelijke organisatie garandeert vertrouwelijkheid overeenkomstig toepasselijke regelgeving.',
    fr: "L'organisation responsable garantit la confidentialité conformément aux dispositions applicables.",
    en: 'The responsible organisation guarantees confidentiality in accordance with applicable regulations.',
  };
  it.each(routing.locales)('tells the language of a law from ours in %s', (locale) => {
    expect(readingEase([hard[locale]], locale)).toBeLessThan(30);
  });

  it('counts a placeholder as a word and cuts at the end of a sentence', () => {
    expect(sentencesOf('Bel 112. Wil {name} dat ?')).toEqual([
      ['Bel', '112'],
      ['Wil', 'Ann', 'dat'],
    ]);
  });
});

/** What is to be read on the information pages. */
const pages = (locale: (typeof routing.locales)[number]): [string, string[]][] =>
  Object.entries(infoFiles).map(([topic, file]) => [
    `info.${topic}`,
    textsOf(infoPage(file, locale)).filter((text) => /[.?!:]$/.test(text)),
  ]);

/** With what waits for a confirmation: it is to be plain on the day it is shown. */
const pagesInFull = (locale: (typeof routing.locales)[number]): [string, string[]][] =>
  Object.entries(infoFiles).map(([topic, file]) => [
    `info.${topic}`,
    infoSentences(file).map((sentence) => sentence[locale]),
  ]);

describe.each(routing.locales)('the help side in %s', (locale) => {
  const measured = [...screens(locale), ...pages(locale)].filter(
    ([, all]) => all.flatMap(sentencesOf).flat().length >= leastMeasured,
  );

  it('has screens that are long enough to measure', () => {
    expect(measured.length).toBeGreaterThan(4);
  });

  it.each(measured)('%s is plain to read', (_part, all) => {
    expect(readingEase(all, locale)).toBeGreaterThanOrEqual(leastEase);
  });

  it('has no sentence that is too long', () => {
    const long = [...screens(locale), ...pagesInFull(locale)].flatMap(([, all]) =>
      all
        .flatMap(sentencesOf)
        .filter((words) => words.length > mostWords)
        .map((words) => words.join(' ')),
    );
    expect(long).toEqual([]);
  });
});
