import { must } from '../primitives/bad-frame.ts';
import { concat, fromUtf8, reader, u8, utf8 } from '../primitives/bytes.ts';

/** What a person may say before the first word (reading 39). Only the desk can open it. */
export type Prefs = {
  /** two lower-case letters, or null for not said */
  language: string | null;
  /** two capitals (ISO 3166; ZZ for another country), or null for not said */
  country: string | null;
  /** unknown counts as under 18 */
  age: 'not-said' | 'under-18' | 'adult';
  /** "I am in danger now" was pressed */
  danger: boolean;
  /** cover traffic wanted; always false in version 1 */
  cover: boolean;
};

const AGES = ['not-said', 'under-18', 'adult'] as const;

const twoLetters = (letters: string | null): Uint8Array =>
  letters === null ? new Uint8Array(2) : utf8(letters);

/** `lang2 | country2 | ageBand u8 | danger u8 | cover u8`, 7 bytes, 0 for not said. */
export const encodePrefs = (prefs: Prefs): Uint8Array =>
  concat(
    twoLetters(prefs.language),
    twoLetters(prefs.country),
    u8(AGES.indexOf(prefs.age)),
    u8(prefs.danger ? 1 : 0),
    u8(prefs.cover ? 1 : 0),
  );

function lettersOf(bytes: Uint8Array, allowed: RegExp): string | null {
  const text = fromUtf8(bytes);
  if (text === '\0\0') return null;
  must(allowed.test(text));
  return text;
}

function flag(byte: number): boolean {
  must(byte <= 1);
  return byte === 1;
}

/**
 * Undoes `encodePrefs`.
 * @throws BadFrame
 */
export function decodePrefs(body: Uint8Array): Prefs {
  const r = reader(body);
  const language = lettersOf(r.take(2), /^[a-z]{2}$/);
  const country = lettersOf(r.take(2), /^[A-Z]{2}$/);
  const age = AGES[r.u8()];
  must(age !== undefined);
  const danger = flag(r.u8());
  const cover = flag(r.u8());
  r.end();
  return { language, country, age, danger, cover };
}
