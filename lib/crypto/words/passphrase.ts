import type { Random } from '../primitives/random.ts';
import { type WordLanguage, wordsAt } from './code-words.ts';
import { numberOf, placesOf } from './word-bits.ts';

/** Seven words of eleven bits: 77 bits (reading 16). */
export const PASSPHRASE_WORDS = 7;

/**
 * A member's password, generated because a copy of the vault can be guessed at off line: seven
 * words of the house list, shown once and confirmed.
 * @param random one draw of 10 bytes
 * @example "harbour lemon ..." (seven words, single spaces)
 */
export const newPassphrase = (random: Random, language: WordLanguage): string =>
  wordsAt(placesOf(numberOf(random(10)), PASSPHRASE_WORDS), language).join(' ');
