import { type Argon2Cost, argon2, CODE_COST } from '../primitives/argon2.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, utf8, wipe } from '../primitives/bytes.ts';
import { h32, sha512 } from '../primitives/hash.ts';
import { EMPTY, kdf, PROTOCOL } from '../primitives/kdf.ts';
import type { Random } from '../primitives/random.ts';
import { bytesOf, numberOf, numberOfPlaces, placesOf } from '../words/word-bits.ts';

/** The secret of a code to come back: 10 bytes (80 bits). Its check byte is computed. */
export type ReturnCode = Uint8Array & { readonly returnCode: unique symbol };

const SECRET_BYTES = 10;
const CODE_BYTES = SECRET_BYTES + 1;
/** Eight words of eleven bits, or 27 digits: the same 88 bits. */
export const CODE_WORDS = 8;
export const CODE_DIGITS = 27;

const checkByte = (secret: Uint8Array): Uint8Array =>
  sha512(concat(utf8(`${PROTOCOL}/code-check`), secret)).slice(0, 1);

const numberOfCode = (code: ReturnCode): bigint => numberOf(concat(code, checkByte(code)));

/**
 * A code from its 10 bytes.
 * @throws BadFrame for another length
 */
export function returnCodeOf(secret: Uint8Array): ReturnCode {
  must(secret.length === SECRET_BYTES);
  return secret.slice() as ReturnCode;
}

/** A new code. @param random one draw of 10 bytes */
export const newReturnCode = (random: Random): ReturnCode => returnCodeOf(random(SECRET_BYTES));

function codeOfNumber(number: bigint): ReturnCode {
  must(number < 1n << BigInt(8 * CODE_BYTES));
  const bytes = bytesOf(number, CODE_BYTES);
  const secret = bytes.slice(0, SECRET_BYTES);
  must(equalBytes(bytes.slice(SECRET_BYTES), checkByte(secret)));
  return returnCodeOf(secret);
}

/** The code as eight places in a word list: the same in every language. */
export const codePlaces = (code: ReturnCode): readonly number[] =>
  placesOf(numberOfCode(code), CODE_WORDS);

/** The code as 27 digits with leading zeros. */
export const codeDigits = (code: ReturnCode): string =>
  String(numberOfCode(code)).padStart(CODE_DIGITS, '0');

/**
 * The code from eight places in a word list. The check byte is compared before anything slow.
 * @throws BadFrame
 */
export const codeOfPlaces = (places: readonly number[]): ReturnCode =>
  codeOfNumber(numberOfPlaces(places, CODE_WORDS));

/**
 * The code from 27 digits; spaces and hyphens are removed, other characters refused.
 * @throws BadFrame
 */
export function codeOfDigits(typed: string): ReturnCode {
  const digits = typed.replace(/[\s-]/g, '');
  must(/^[0-9]{27}$/.test(digits));
  return codeOfNumber(BigInt(digits));
}

/** What a code opens: where the capsule lies, the right to fetch it, and its key. */
export type ReturnCodeKeys = {
  /** 16 bytes */
  locator: Uint8Array;
  /** 32 bytes; the server keeps its hash */
  restoreToken: Uint8Array;
  /** 32 bytes; never leaves the browser */
  capsuleKey: Uint8Array;
};

/** `H32("HAVRE-V1/code-keys" || siteId16)[0..16)`: one salt for each installation. */
export const codeSalt = (siteId: Uint8Array): Uint8Array =>
  h32(concat(utf8(`${PROTOCOL}/code-keys`), siteId)).slice(0, 16);

/** `argon2` to come back, `argon2Twice` for a code that is about to be shown. */
export type CodeRun = (
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
  onProgress?: (fraction: number) => void,
) => Promise<Uint8Array>;

/**
 * The keys of a code (protocol 2.9, reading 21): about 0.25 s with WebAssembly, up to 7 s
 * without. Call it in a worker; the self-test runs inside.
 * @param siteId 16 bytes, from `/site.bin`
 * @throws UnreliableArgon2
 */
export async function returnCodeKeys(
  code: ReturnCode,
  siteId: Uint8Array,
  onProgress?: (fraction: number) => void,
  run: CodeRun = argon2,
): Promise<ReturnCodeKeys> {
  const a = await run(code, codeSalt(siteId), CODE_COST, onProgress);
  const keys = kdf(EMPTY, a, 'code-keys', EMPTY, 80);
  wipe(a);
  return {
    locator: keys.slice(0, 16),
    restoreToken: keys.slice(16, 48),
    capsuleKey: keys.slice(48, 80),
  };
}
