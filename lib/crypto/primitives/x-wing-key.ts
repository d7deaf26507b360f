import { encapsulate } from './x-wing.ts';

/**
 * Refuses an X-Wing public key of a wrong length, one that fails ML-KEM's modulus check
 * (FIPS 203, 7.2), and one whose X25519 part gives the zero secret. It tries the key with a
 * fixed draw and throws the result away, so no randomness is spent on a check.
 * @throws BadFrame
 */
export function checkXWingKey(publicKey: Uint8Array): void {
  encapsulate(publicKey, (length) => new Uint8Array(length).fill(1));
}
