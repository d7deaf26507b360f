import { stepOfCode } from '../credentials/one-time-code.ts';
import { fromBase64url } from '../credentials/tokens.ts';
import type { NewCredentials } from './types.ts';

/**
 * Whether a new account has the second factor it needs. Only a demo may leave it out; elsewhere the
 * first code proves that the app really holds the secret.
 * @returns the step of that code (0 without one), or null when it is missing or wrong
 */
export function enrolledStep(
  totp: NewCredentials['totp'],
  kind: 'real' | 'demo',
  now: number,
): number | null {
  if (totp === undefined) return kind === 'demo' ? 0 : null;
  return stepOfCode(fromBase64url(totp.secret), totp.code, now);
}
