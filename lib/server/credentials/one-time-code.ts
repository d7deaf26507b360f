import { Secret, TOTP } from 'otpauth';

const stepSeconds = 30;

/**
 * The time step that a code from an authenticator app belongs to (RFC 6238: SHA-1, six digits, 30
 * seconds), with one step of tolerance for a clock that is off.
 * @param secret 20 bytes
 * @param milliseconds since 1970
 * @returns null for a wrong code. The caller refuses a step that it has accepted before.
 */
export function stepOfCode(secret: Uint8Array, code: string, milliseconds: number): number | null {
  const totp = new TOTP({
    secret: new Secret({ buffer: Uint8Array.from(secret).buffer }),
    algorithm: 'SHA1',
    digits: 6,
    period: stepSeconds,
  });
  const delta = totp.validate({ token: code, timestamp: milliseconds, window: 1 });
  return delta === null ? null : Math.floor(milliseconds / 1000 / stepSeconds) + delta;
}
