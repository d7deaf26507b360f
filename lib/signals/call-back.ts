import type { Scope } from './fields.ts';

/** The byte of each scope is its CONSENT_SCOPE; written out, since whoever seeks help loads this with the chat. */
const SCOPES: readonly (Scope | null)[] = [null, 'case', 'pattern'];

/** Body of kind 22 from the counsellor: the question of this scope is off the table. */
export const callBackBytes = (scope: Scope): Uint8Array => Uint8Array.of(SCOPES.indexOf(scope));

/** @returns null for anything else */
export const readCallBack = (body: Uint8Array): Scope | null =>
  (body.length === 1 && SCOPES[body[0] ?? 0]) || null;
