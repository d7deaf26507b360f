import nacl from 'tweetnacl';
import { BadFrame, must } from './bad-frame.ts';
import { concat, equalBytes, u32, wipe } from './bytes.ts';
import { hmacSha512 } from './hash.ts';
import { EMPTY, kdf } from './kdf.ts';
import type { Random } from './random.ts';

/** Bytes that a box is longer than its message: nonce 24, tag 32, secretbox tag 16. */
export const SBX_OVERHEAD = 72;

function keysOf(key: Uint8Array): { box: Uint8Array; mac: Uint8Array } {
  if (key.length !== 32) throw new RangeError('key of 32 bytes expected');
  const o = kdf(EMPTY, key, 'sbx', EMPTY, 64);
  const keys = { box: o.slice(0, 32), mac: o.slice(32) };
  wipe(o);
  return keys;
}

const tagOf = (mac: Uint8Array, ad: Uint8Array, nonceAndBox: Uint8Array): Uint8Array =>
  hmacSha512(mac, concat(u32(ad.length), ad, nonceAndBox)).slice(0, 32);

/**
 * SBX, the committing AEAD (protocol 2.2): `nonce 24 || tag 32 || secretbox`.
 * The tag commits to key, associated data and box; secretbox alone has no associated data and
 * opens one ciphertext under several keys (partitioning oracles).
 * @param key 32 bytes
 * @param random one draw of 24 bytes
 */
export function sbxSeal(
  key: Uint8Array,
  ad: Uint8Array,
  message: Uint8Array,
  random: Random,
): Uint8Array {
  const keys = keysOf(key);
  const nonce = random(24);
  const box = nacl.secretbox(message, nonce, keys.box);
  const tag = tagOf(keys.mac, ad, concat(nonce, box));
  wipe(keys.box, keys.mac);
  return concat(nonce, tag, box);
}

/**
 * Opens an SBX. The tag is compared in constant time before anything is decrypted.
 * @throws BadFrame for every failure alike
 */
export function sbxOpen(key: Uint8Array, ad: Uint8Array, box: Uint8Array): Uint8Array {
  must(box.length >= SBX_OVERHEAD);
  const keys = keysOf(key);
  const nonce = box.slice(0, 24);
  const inside = box.slice(56);
  const honest = equalBytes(box.subarray(24, 56), tagOf(keys.mac, ad, concat(nonce, inside)));
  const message = honest ? nacl.secretbox.open(inside, nonce, keys.box) : null;
  wipe(keys.box, keys.mac);
  if (message === null) throw new BadFrame();
  return message;
}
