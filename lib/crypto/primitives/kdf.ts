import { hkdf } from '@noble/hashes/hkdf.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { concat, lp, utf8 } from './bytes.ts';

/** The name of this protocol, frozen into every key (decision 1). */
export const PROTOCOL = 'HAVRE-V1';

/** Every purpose a key may be derived for (reading 25). A new purpose needs a new label. */
export type KdfLabel =
  | 'sbx'
  | 'seal'
  | 'start'
  | 'claim'
  | 'dr-root'
  | 'th'
  | 'code-keys'
  | 'capsule'
  | 'ckpt'
  | 'arch'
  | 'att'
  | 'consent'
  | 'vault'
  | 'login'
  | 'wrap'
  /** ours: what a counsellor keeps beside a conversation (margin.ts) */
  | 'margin'
  /** ours: which signals a supervisor joined (joined-signals.ts) */
  | 'joins';

/** No bytes: the salt where a derivation has one secret, the context where there is none. */
export const EMPTY: Uint8Array = new Uint8Array(0);

/**
 * The only key derivation: HKDF-SHA-512 (RFC 5869) with `info = lp("HAVRE-V1/" label) || ctx`.
 * With one secret it goes in `ikm` and the salt is empty; with two, the older one (psk, RS, RK)
 * is the salt (reading 25).
 * @param length bytes wanted, at most 255 * 64
 */
export function kdf(
  salt: Uint8Array,
  ikm: Uint8Array,
  label: KdfLabel,
  ctx: Uint8Array,
  length: number,
): Uint8Array {
  const info = concat(lp(utf8(`${PROTOCOL}/${label}`)), ctx);
  return hkdf(sha512, ikm, salt, info, length);
}
