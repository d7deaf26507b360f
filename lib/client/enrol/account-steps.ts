import type { Code } from '#lib/protocol/codes.ts';
import { loginNamePattern } from '#lib/protocol/login-name.ts';

/** What an account's form asks, in this order. */
export type AccountStep = 'names' | 'words' | 'confirm' | 'totp';

/** Why an account was sent back, and to which step. */
export type AccountTrouble = 'name_taken' | 'wrong_code';

export const isLoginName = (typed: string): boolean => loginNamePattern.test(typed.trim());

/** 1 to 32 characters, and no more bytes than a certificate has room for. */
export function isWorkName(typed: string): boolean {
  const name = typed.trim();
  return name !== '' && new TextEncoder().encode(name).length <= 32 && !/\p{Cc}/u.test(name);
}

/**
 * The step to go back to after a refusal; null when no step can mend it.
 * @param atCode a code from the authenticator app was sent along
 */
export function troubleOf(code: Code | string, atCode: boolean): AccountTrouble | null {
  if (code === 'name_taken') return 'name_taken';
  return code === 'second_factor' && atCode ? 'wrong_code' : null;
}
