import { ed25519 } from '@noble/curves/ed25519.js';
import { type SignatureType, signatureInput } from '../signature-input.ts';

export type { SignatureType } from '../signature-input.ts';

/** The Ed25519 public key (32 bytes) of a 32-byte seed (RFC 8032). */
export const signingPublicKey = (seed: Uint8Array): Uint8Array => ed25519.getPublicKey(seed);

/**
 * Signs `body` for one purpose only.
 * @param seed 32 bytes
 * @returns 64 bytes
 */
export const sign = (type: SignatureType, seed: Uint8Array, body: Uint8Array): Uint8Array =>
  ed25519.sign(signatureInput(type, body), seed);
