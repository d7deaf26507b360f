import { hmac } from '@noble/hashes/hmac.js';
import { sha512 as nobleSha512 } from '@noble/hashes/sha2.js';

/** SHA-512, 64 bytes (FIPS 180-4). */
export const sha512 = (x: Uint8Array): Uint8Array => nobleSha512(x);

/** The first 32 bytes of SHA-512 (protocol 2.2). */
export const h32 = (x: Uint8Array): Uint8Array => sha512(x).slice(0, 32);

/** HMAC-SHA-512, 64 bytes (RFC 2104, RFC 4231). */
export const hmacSha512 = (key: Uint8Array, x: Uint8Array): Uint8Array => hmac(nobleSha512, key, x);
