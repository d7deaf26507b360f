import { ed25519 } from '@noble/curves/ed25519.js';
import { type SignatureType, signatureInput } from './signature-input.ts';

export type { SignatureType } from './signature-input.ts';

/**
 * Whether 32 bytes are an Ed25519 public key that we accept: the canonical encoding of a point
 * of prime order (reading 28). Small-order keys make one signature fit every message.
 */
export function isSigningKey(publicKey: Uint8Array): boolean {
  try {
    const point = ed25519.Point.fromBytes(publicKey);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/**
 * Whether `signature` by `publicKey` is for exactly this purpose and body. Strict (RFC 8032,
 * not ZIP 215): malleated signatures and small-order points are refused. Never throws.
 * The only file of this folder that the server may import.
 */
export function verifySignature(
  type: SignatureType,
  publicKey: Uint8Array,
  body: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64 || !isSigningKey(publicKey)) return false;
  return ed25519.verify(signature, signatureInput(type, body), publicKey, { zip215: false });
}
