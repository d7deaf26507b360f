import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js';
import { BadFrame, must } from './bad-frame.ts';
import type { Random } from './random.ts';

/** Lengths of the X-Wing KEM (draft-connolly-cfrg-xwing-kem). */
export const X_WING = { seed: 32, publicKey: 1216, ciphertext: 1120, secret: 32 } as const;

export type XWingKeys = {
  /** 1216 bytes */
  publicKey: Uint8Array;
  /** the 32-byte seed itself */
  secretKey: Uint8Array;
};

/** The key pair that a 32-byte seed stands for. */
export function xWingKeys(seed: Uint8Array): XWingKeys {
  if (seed.length !== X_WING.seed) throw new RangeError('seed of 32 bytes expected');
  return {
    publicKey: ml_kem768_x25519.getPublicKey(seed.slice()),
    secretKey: seed.slice(),
  };
}

// noble throws for a wrong length, for an ML-KEM key that fails the modulus check and for a zero
// X25519 secret (reading 20). A damaged ML-KEM ciphertext is no error: implicit rejection.
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new BadFrame();
  }
}

/**
 * Makes a secret for the holder of `publicKey`.
 * @param random one draw of 64 bytes: ML-KEM's m, then the ephemeral X25519 secret
 * @returns ciphertext of 1120 bytes and secret of 32
 * @throws BadFrame for a bad public key
 */
export function encapsulate(
  publicKey: Uint8Array,
  random: Random,
): { ciphertext: Uint8Array; secret: Uint8Array } {
  const seed = random(64);
  const { cipherText, sharedSecret } = refusing(() =>
    ml_kem768_x25519.encapsulate(publicKey, seed),
  );
  return { ciphertext: cipherText, secret: sharedSecret };
}

/**
 * The secret in `ciphertext`. A damaged ML-KEM part yields another secret, not an error.
 * @param secretKey the 32-byte seed
 * @throws BadFrame for a wrong length or a zero X25519 secret
 */
export function decapsulate(secretKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  must(ciphertext.length === X_WING.ciphertext);
  return refusing(() => ml_kem768_x25519.decapsulate(ciphertext, secretKey));
}
