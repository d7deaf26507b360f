import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readReturnCode, returnCodeWords } from '../coming-back/read-return-code.ts';
import {
  codeDigits,
  codeOfDigits,
  codeOfPlaces,
  codePlaces,
  newReturnCode,
  returnCodeOf,
} from '../coming-back/return-code.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { toHex } from '../primitives/bytes.ts';
import {
  phraseWords,
  placeOf,
  placesOfPhrase,
  plainWord,
  WORD_LANGUAGES,
  WORD_LISTS,
  type WordLanguage,
  wordsAt,
} from '../words/code-words.ts';
import { refused } from './standards.ts';
import { tally } from './tally.ts';
import { seeded } from './world.ts';

const secret = fc.uint8Array({ minLength: 10, maxLength: 10 });
const language = fc.constantFrom<WordLanguage>(...WORD_LANGUAGES);
const secretOf = (typed: string) => {
  const reading = readReturnCode(typed);
  return reading.ok ? toHex(reading.code) : reading.code;
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a code', () => {
  const count = tally('codes', 'one language', 'two languages');

  it('is the same as bytes, words of any language, and digits', () => {
    fc.assert(
      fc.property(secret, language, (bytes, lang) => {
        const code = returnCodeOf(bytes);
        expect(codeOfPlaces(codePlaces(code))).toEqual(bytes);
        expect(codeOfDigits(codeDigits(code))).toEqual(bytes);
        expect(secretOf(codeDigits(code))).toBe(toHex(bytes));
        const typed = returnCodeWords(code, lang).join(' ');
        const reading = readReturnCode(typed);
        if (!reading.ok && reading.code === 'which_language') {
          count('two languages');
          expect(reading.languages).toContain(lang);
        } else {
          count('one language');
          expect(secretOf(typed)).toBe(toHex(bytes));
        }
        expect(readReturnCode(typed, lang)).toEqual({ ok: true, code });
      }),
      { examples: [[bilingual(), 'fr']] },
    );
  });

  it('forgives capitals, accents, commas, line breaks, and all but the first four letters', () => {
    const code = newReturnCode(seeded('typed'));
    for (const lang of WORD_LANGUAGES) {
      const words = returnCodeWords(code, lang);
      const typed = words.map((word) => word.toUpperCase().replace(/E/g, 'É')).join(',\n');
      expect(readReturnCode(typed, lang)).toEqual({ ok: true, code });
      const short = words.map((word) => word.slice(0, 4)).join('  ');
      expect(readReturnCode(short, lang)).toEqual({ ok: true, code });
    }
    const grouped = codeDigits(code).replace(/(...)/g, '$1-');
    expect(readReturnCode(` ${grouped} `)).toEqual({ ok: true, code });
  });

  it('says what is wrong with it, and starts nothing slow', () => {
    const words = returnCodeWords(newReturnCode(seeded('wrong')), 'nl');
    const changed = [...words.slice(0, 7), words[7] === 'aanbod' ? 'aandacht' : 'aanbod'];
    expect(secretOf(words.slice(1).join(' '))).toBe('incomplete');
    expect(secretOf('')).toBe('incomplete');
    expect(secretOf(changed.join(' '))).toBe('wrong');
    expect(secretOf([...words.slice(1), 'qqqq'].join(' '))).toBe('unknown_word');
    expect(secretOf('12 34')).toBe('incomplete');
    expect(secretOf('123456789 123456789 123456789')).toBe('wrong');
    refused(() => returnCodeOf(new Uint8Array(9)));
  });

  it('a bug in here is not mistaken for a wrong code', () => {
    vi.spyOn(globalThis, 'BigInt').mockImplementation(() => {
      throw new TypeError('a bug');
    });
    expect(() => readReturnCode('1'.repeat(27))).toThrow(TypeError);
  });
});

/** Ten bytes whose eight words are read in French and English, with a check byte that fits both. */
function bilingual(): Uint8Array {
  const [fr, en] = [WORD_LISTS.fr, new Map(WORD_LISTS.en.map((word, i) => [word, i]))];
  const shared = fr.flatMap((word, i) => (en.has(word) ? [[i, en.get(word) ?? 0] as const] : []));
  const random = seeded('bilingual');
  for (;;) {
    const picks = Array.from(random(8), (byte) => shared[byte % shared.length] ?? [0, 0]);
    try {
      codeOfPlaces(picks.map(([, place]) => place));
      return codeOfPlaces(picks.map(([place]) => place));
    } catch {
      // One in 65,536 fits twice.
    }
  }
}

describe('a single wrong word', () => {
  const count = tally('single-word errors', 'detected');

  it('is detected at least 255 times of 256, before Argon2', () => {
    let [tried, missed] = [0, 0];
    fc.assert(
      fc.property(
        secret,
        fc.nat({ max: 7 }),
        fc.integer({ min: 1, max: 2047 }),
        (bytes, at, by) => {
          const places = [...codePlaces(returnCodeOf(bytes))];
          places[at] = ((places[at] ?? 0) + by) % 2048;
          tried++;
          try {
            codeOfPlaces(places);
            missed++;
          } catch (error) {
            expect(error).toBeInstanceOf(BadFrame);
            count('detected');
          }
        },
      ),
      { numRuns: 20_000, seed: 20_701 },
    );
    process.stdout.write(`single-word errors: ${missed} of ${tried} not detected\n`);
    // 20,000 / 256 = 78; five standard deviations (9 each) above it.
    expect(missed).toBeLessThan(78 + 45);
    expect(missed).toBeGreaterThan(78 - 45);
  });
});

describe('typed words', () => {
  it('are compared without accents, capitals and ligatures', () => {
    expect(plainWord('Élan')).toBe('elan');
    expect(plainWord('Cœur')).toBe('coeur');
    expect(plainWord('Æther')).toBe('aether');
    expect(plainWord('ＣＡＦＥ')).toBe('cafe');
  });

  it('are found whole or by four letters and more, never by fewer or by others', () => {
    fc.assert(
      fc.property(language, fc.nat({ max: 2047 }), fc.nat({ max: 8 }), (lang, place, cut) => {
        const [word = ''] = wordsAt([place], lang);
        const typed = word.slice(0, Math.max(4, cut));
        expect(placeOf(typed, lang)).toBe(place);
        expect(placeOf(`${word}x`, lang)).not.toBe(place);
      }),
    );
    expect(placeOf('zon', 'nl')).toBe(WORD_LISTS.nl.indexOf('zon'));
    expect(placeOf('zo', 'nl')).toBeNull();
    expect(placeOf('xxxxx', 'nl')).toBeNull();
    expect(placesOfPhrase('zon xxxxx', 'nl')).toBeNull();
    expect(phraseWords('  ')).toEqual([]);
    expect(() => wordsAt([2048], 'nl')).toThrow(RangeError);
  });
});
