import { unlessRefused } from '../primitives/refusal.ts';
import {
  phraseWords,
  placesOfPhrase,
  WORD_LANGUAGES,
  type WordLanguage,
  wordsAt,
} from '../words/code-words.ts';
import {
  CODE_WORDS,
  codeOfDigits,
  codeOfPlaces,
  codePlaces,
  type ReturnCode,
} from './return-code.ts';

/** What was typed into the code field. */
export type CodeReading =
  | { ok: true; code: ReturnCode }
  /** neither eight words nor 27 digits */
  | { ok: false; code: 'incomplete' }
  /** eight words that no list holds */
  | { ok: false; code: 'unknown_word' }
  /** complete, but the check byte does not fit: a word or digit is wrong */
  | { ok: false; code: 'wrong' }
  /** valid in more than one language (reading h): ask which */
  | { ok: false; code: 'which_language'; languages: readonly WordLanguage[] };

function readDigits(typed: string): CodeReading {
  if (!/^[0-9]{27}$/.test(typed.replace(/[\s-]/g, ''))) return { ok: false, code: 'incomplete' };
  const code = unlessRefused(() => codeOfDigits(typed));
  return code ? { ok: true, code } : { ok: false, code: 'wrong' };
}

/**
 * Reads a typed code: 27 digits, or eight words of any house list (reading h). A code is read in
 * all languages; the one whose check byte fits wins. Nothing slow happens here.
 * @param only the language that the person answered after `which_language`
 */
export function readReturnCode(typed: string, only?: WordLanguage): CodeReading {
  if (/\d/.test(typed)) return readDigits(typed);
  if (phraseWords(typed).length !== CODE_WORDS) return { ok: false, code: 'incomplete' };
  const known = (only ? [only] : WORD_LANGUAGES).flatMap((language) => {
    const places = placesOfPhrase(typed, language);
    return places ? [{ language, code: unlessRefused(() => codeOfPlaces(places)) }] : [];
  });
  if (known.length === 0) return { ok: false, code: 'unknown_word' };
  const fitting = known.flatMap(({ language, code }) => (code ? [{ language, code }] : []));
  const [first, ...others] = fitting;
  if (!first) return { ok: false, code: 'wrong' };
  if (others.length === 0) return { ok: true, code: first.code };
  return { ok: false, code: 'which_language', languages: fitting.map(({ language }) => language) };
}

/** The eight words of a code, to be shown. */
export const returnCodeWords = (code: ReturnCode, language: WordLanguage): readonly string[] =>
  wordsAt(codePlaces(code), language);
