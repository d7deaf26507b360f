import nacl from 'tweetnacl';
import { must } from './bad-frame.ts';
import { equalBytes } from './bytes.ts';

export type KeyPair = {
  /** 32 bytes */
  publicKey: Uint8Array;
  /** 32 bytes */
  secretKey: Uint8Array;
};

const ZERO = new Uint8Array(32);

/** The X25519 key pair (RFC 7748) of a 32-byte secret. */
export function keyPair(secretKey: Uint8Array): KeyPair {
  return { publicKey: nacl.scalarMult.base(secretKey), secretKey };
}

// The top bit of a public key is ignored by X25519, so it is ignored here too.
const withoutTopBit = (publicKey: Uint8Array): Uint8Array =>
  publicKey.map((byte, i) => (i === 31 ? byte & 0x7f : byte));

/**
 * X25519 between an own pair and a peer's public key.
 * tweetnacl returns the all-zero secret for the 31 low-order keys of Wycheproof without an
 * error, so it is refused here, like the own key sent back by a reflecting server.
 * @throws BadFrame
 */
export function dhPair(own: KeyPair, peer: Uint8Array): Uint8Array {
  must(peer.length === 32 && !equalBytes(withoutTopBit(peer), own.publicKey));
  const secret = nacl.scalarMult(own.secretKey, peer);
  must(!equalBytes(secret, ZERO));
  return secret;
}

/**
 * X25519 between a secret and a peer's public key, with the checks of `dhPair`.
 * @throws BadFrame
 */
export const dh = (secretKey: Uint8Array, peer: Uint8Array): Uint8Array =>
  dhPair(keyPair(secretKey), peer);

/** Whether a public key has small order: every secret shared with it would be zero. */
export const isLowOrder = (publicKey: Uint8Array): boolean =>
  // Any clamped scalar is a multiple of eight, so one of our choice tells.
  equalBytes(nacl.scalarMult(ZERO, publicKey), ZERO);
