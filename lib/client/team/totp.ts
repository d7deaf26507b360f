import type { Random } from '#lib/crypto/primitives/random.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Bytes in base32 without padding (RFC 4648, section 6), as authenticator apps read secrets. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** A new secret for an authenticator app: 20 bytes (RFC 4226, section 4). */
export const newTotpSecret = (random: Random): Uint8Array => random(20);

/** What the QR code says: SHA-1, six digits, thirty seconds, which every app understands. */
export function totpAddress(secret: Uint8Array, loginName: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(loginName)}`;
  const query = `secret=${toBase32(secret)}&issuer=${encodeURIComponent(issuer)}`;
  return `otpauth://totp/${label}?${query}`;
}
