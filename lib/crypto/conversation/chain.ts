import { u8 } from '../primitives/bytes.ts';
import { hmacSha512 } from '../primitives/hash.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';

/** One step of a chain (KDF_CK): the key of one message, and the chain that forgets it. */
export function chainStep(chain: Uint8Array): { messageKey: Uint8Array; next: Uint8Array } {
  return {
    messageKey: hmacSha512(chain, u8(1)).slice(0, 32),
    next: hmacSha512(chain, u8(2)).slice(0, 32),
  };
}

/** One step of the root (KDF_RK): a new root and a new chain from a fresh Diffie-Hellman secret. */
export function rootStep(
  root: Uint8Array,
  secret: Uint8Array,
): { root: Uint8Array; chain: Uint8Array } {
  const out = kdf(root, secret, 'dr-root', EMPTY, 64);
  return { root: out.slice(0, 32), chain: out.slice(32) };
}
