import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes as Prisma stores them. */
export type StoredBytes = Uint8Array<ArrayBuffer>;

/** 32 random bytes: what the one who holds it shows, and the hash that alone is stored. */
export function newToken(): { token: string; hash: StoredBytes } {
  const bytes = randomBytes(32);
  return { token: bytes.toString('base64url'), hash: sha256(bytes) };
}

/** SHA-256, 32 bytes. Enough for secrets of 32 random bytes: there is nothing to guess. */
export function sha256(bytes: Uint8Array): StoredBytes {
  return Uint8Array.from(createHash('sha256').update(bytes).digest());
}

/** HMAC-SHA-256 over ASCII or UTF-8 text, 32 bytes. */
export function hmac(key: Uint8Array, text: string): StoredBytes {
  return Uint8Array.from(createHmac('sha256', key).update(text, 'utf8').digest());
}

/** Equality in a time that tells nothing about where two values differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Bytes of an unpadded base64url text that a schema has already checked. */
export function fromBase64url(text: string): StoredBytes {
  return Uint8Array.from(Buffer.from(text, 'base64url'));
}

/** Unpadded base64url. */
export function toBase64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
