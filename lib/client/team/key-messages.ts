import type { AccountKeys } from '#lib/crypto/account/account-keys.ts';
import type { PasswordInput } from './key-work.ts';

/** What the page asks of its key worker. */
export type KeyRequest =
  | { kind: 'keys'; input: PasswordInput; why: 'open' | 'new' }
  | { kind: 'work'; challenge: Uint8Array; bits: number };

export type KeyResponse =
  | { id: number; ok: true; value: AccountKeys | Uint8Array }
  | { id: number; ok: false };
