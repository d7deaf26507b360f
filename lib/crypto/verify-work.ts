import nacl from 'tweetnacl';

/** Bytes of a challenge and of a nonce. */
export const WORK_CHALLENGE = 16;
export const WORK_NONCE = 8;

const PREFIX = new TextEncoder().encode('HAVRE-V1/pow');

/** `"HAVRE-V1/pow" || challenge16 || nonce u64`; a solver changes the last 8 bytes in place. */
export function workInput(challenge: Uint8Array, nonce: Uint8Array): Uint8Array {
  const input = new Uint8Array(PREFIX.length + WORK_CHALLENGE + WORK_NONCE);
  input.set(PREFIX);
  input.set(challenge, PREFIX.length);
  input.set(nonce, PREFIX.length + WORK_CHALLENGE);
  return input;
}

/** How many zero bits a hash begins with. */
export function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    bits += Math.clz32(byte) - 24;
    if (byte !== 0) break;
  }
  return bits;
}

/**
 * The zero bits that the SHA-512 of a work input begins with. tweetnacl's: with noble's, the worker that does
 * the work had the bundler cut the code of the chat in pieces that hold the same twice (9 KB on a phone).
 */
export const workDone = (input: Uint8Array): number => leadingZeroBits(nacl.hash(input));

/**
 * Whether a nonce solves a challenge (reading j): hashcash on SHA-512 with at least `bits`
 * leading zero bits. That a challenge serves once and ends after five minutes is the server's
 * part. Never throws. This file imports nothing of this folder: the server may use it beside
 * `verify.ts`.
 */
export function verifyWork(challenge: Uint8Array, nonce: Uint8Array, bits: number): boolean {
  if (challenge.length !== WORK_CHALLENGE || nonce.length !== WORK_NONCE) return false;
  return workDone(workInput(challenge, nonce)) >= bits;
}
