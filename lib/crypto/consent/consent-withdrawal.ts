import { type Argon2Cost, argon2, CODE_COST } from '../primitives/argon2.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, reader, u32, utf8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { PROTOCOL } from '../primitives/kdf.ts';
import type { Random } from '../primitives/random.ts';
import { sign } from '../primitives/signature.ts';
import { verifySignature } from '../verify.ts';
import { bytesOf, numberOf, numberOfPlaces, placesOf } from '../words/word-bits.ts';

/** A withdrawal: kind 22 without its signature. */
export type Withdrawal = {
  /** 16 bytes */
  consentRef: Uint8Array;
  /** H32 of the consent body */
  consentHash: Uint8Array;
  /** days since 1970 */
  day: number;
};

/** `consentRef16 | H32(consent body) | day u32 | sig64`, by the key of the consent (reading 19). */
export function signWithdrawal(
  consentRef: Uint8Array,
  consentBody: Uint8Array,
  day: number,
  seed: Uint8Array,
): Uint8Array {
  const body = concat(consentRef, h32(consentBody), u32(day));
  return concat(body, sign('withdraw', seed, body));
}

/**
 * Reads and checks kind 22 against the consent that it takes back.
 * @throws BadFrame, also for another consent's withdrawal
 */
export function openWithdrawal(
  bytes: Uint8Array,
  consent: { publicKey: Uint8Array; body: Uint8Array },
): Withdrawal {
  const r = reader(bytes);
  const fields = { consentRef: r.take(16), consentHash: r.take(32), day: r.u32() };
  const signature = r.take(64);
  r.end();
  const body = bytes.subarray(0, 52);
  must(equalBytes(fields.consentHash, h32(consent.body)));
  must(verifySignature('withdraw', consent.publicKey, body, signature));
  return fields;
}

/** Five words of eleven bits. */
export const WITHDRAWAL_WORDS = 5;
const PHRASE_BYTES = 7;

/** New withdrawal words, as places in a word list. @param random one draw of 7 bytes */
export const newWithdrawalPlaces = (random: Random): readonly number[] =>
  placesOf(numberOf(random(PHRASE_BYTES)), WITHDRAWAL_WORDS);

/** The salt of every withdrawal phrase: `H32("HAVRE-V1/withdraw")[0..16)` (reading i). */
const WITHDRAWAL_SALT = h32(utf8(`${PROTOCOL}/withdraw`)).slice(0, 16);

/**
 * The reference of a consent from its withdrawal words (reading i): the first 16 of 64 bytes of
 * Argon2id over the 55 bits as 7 bytes. Call it in a worker.
 * @throws BadFrame for anything but five places; UnreliableArgon2
 */
export async function consentRefOf(
  places: readonly number[],
  run: (password: Uint8Array, salt: Uint8Array, cost: Argon2Cost) => Promise<Uint8Array> = argon2,
): Promise<Uint8Array> {
  const bits = bytesOf(numberOfPlaces(places, WITHDRAWAL_WORDS), PHRASE_BYTES);
  return (await run(bits, WITHDRAWAL_SALT, CODE_COST)).slice(0, 16);
}
