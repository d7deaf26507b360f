import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';
import type { TestHouse } from '../realtime/test-house.ts';
import { newId } from '../realtime/test-people.ts';

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

/** An account as a browser makes it. @param secret of the authenticator app; none in a demo */
export function newAccount(loginName: string, secret: Buffer | null, now: number) {
  return {
    memberId: newId(),
    loginName,
    displayName: 'Anna',
    salt: b64(randomBytes(16)),
    loginKey: b64(createHash('sha256').update(loginName).digest()),
    vault: b64(randomBytes(400)),
    identity: b64(randomBytes(300)),
    deviceEpoch: b64(randomBytes(1326)),
    ...(secret === null ? {} : { totp: { secret: b64(secret), code: codeOf(secret, now) } }),
  };
}

/** What the authenticator app shows. */
export function codeOf(secret: Buffer, now: number): string {
  const buffer = Uint8Array.from(secret).buffer;
  return new TOTP({ secret: new Secret({ buffer }) }).generate({ timestamp: now });
}

/** One sign-in as a browser does it: challenge, work, request. */
export async function signIn(
  house: TestHouse,
  request: { loginName: string; loginKey: string; code?: string },
) {
  const { loginName } = request;
  const { answer } = await house.post('/api/sign-in/challenge', { loginName });
  const work = solve(answer);
  return house.post('/api/sign-in', { ...request, work });
}

export function solve({ challenge, bits }: { challenge: string; bits: number }) {
  const nonce = solveWork(Uint8Array.from(Buffer.from(challenge, 'base64url')), bits);
  return { challenge, nonce: b64(nonce) };
}

/** The part of a `Set-Cookie` that a browser sends back. */
export const cookieOf = (setCookie: string | null): string => (setCookie ?? '').split(';')[0] ?? '';
