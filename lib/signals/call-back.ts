import { CONSENT_SCOPE } from '#lib/crypto/consent/consent.ts';
import type { Scope } from './fields.ts';

/** Body of kind 22 from the counsellor, the byte of its scope: this question is off the table. */
export const callBackBytes = (scope: Scope): Uint8Array => Uint8Array.of(CONSENT_SCOPE[scope]);

/** @returns null for anything else */
export function readCallBack(body: Uint8Array): Scope | null {
  const scope = body[0] === CONSENT_SCOPE.case ? 'case' : 'pattern';
  return body.length === 1 && body[0] === CONSENT_SCOPE[scope] ? scope : null;
}
