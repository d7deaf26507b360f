import { must } from './bad-frame.ts';
import { concat, lp } from './bytes.ts';
import { h32 } from './hash.ts';
import { kdf } from './kdf.ts';
import type { Random } from './random.ts';
import { SBX_OVERHEAD, sbxOpen, sbxSeal } from './sbx.ts';
import { decapsulate, encapsulate, X_WING, type XWingKeys } from './x-wing.ts';

/** Bytes that a SEAL is longer than its message: KEM ciphertext 1120, SBX 72. */
export const SEAL_OVERHEAD = X_WING.ciphertext + SBX_OVERHEAD;

const NO_PSK = new Uint8Array(32);

const keyOf = (
  psk: Uint8Array,
  secret: Uint8Array,
  info: Uint8Array,
  publicKey: Uint8Array,
  ciphertext: Uint8Array,
): Uint8Array => kdf(psk, secret, 'seal', concat(lp(info), h32(publicKey), h32(ciphertext)), 32);

/**
 * SEAL to a public key (protocol 2.2): `ct 1120 || SBX(k, AD = info, message)`.
 * Without a psk it is anonymous: anybody can make one.
 * @param info what this is for, known to both sides, bound by both layers
 * @param random draws 64 bytes (KEM), then 24 (nonce)
 * @param psk 32 bytes that both sides have; zeros if left out
 * @throws BadFrame for a bad public key
 */
export function seal(
  publicKey: Uint8Array,
  info: Uint8Array,
  message: Uint8Array,
  random: Random,
  psk: Uint8Array = NO_PSK,
): Uint8Array {
  const { ciphertext, secret } = encapsulate(publicKey, random);
  const key = keyOf(psk, secret, info, publicKey, ciphertext);
  return concat(ciphertext, sbxSeal(key, info, message, random));
}

/**
 * Opens a SEAL.
 * @throws BadFrame for every failure alike
 */
export function unseal(
  keys: XWingKeys,
  info: Uint8Array,
  box: Uint8Array,
  psk: Uint8Array = NO_PSK,
): Uint8Array {
  must(box.length >= SEAL_OVERHEAD);
  const ciphertext = box.slice(0, X_WING.ciphertext);
  const secret = decapsulate(keys.secretKey, ciphertext);
  const key = keyOf(psk, secret, info, keys.publicKey, ciphertext);
  return sbxOpen(key, info, box.slice(X_WING.ciphertext));
}
