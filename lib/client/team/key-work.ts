import { type AccountKeys, accountKeys, accountSalt } from '#lib/crypto/account/account-keys.ts';
import { argon2, argon2Twice } from '#lib/crypto/primitives/argon2.ts';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';

/** The slow work behind a password. */
export type KeyWork = {
  /**
   * Both keys of an account.
   * @param why `new` runs Argon2id twice and compares: a wrong result would lock the account for good
   * @throws when no Argon2id of this browser can be trusted
   */
  keys(input: PasswordInput, why: 'open' | 'new'): Promise<AccountKeys>;
  /** The nonce that solves a challenge (reading j), 8 bytes. */
  work(challenge: Uint8Array, bits: number): Promise<Uint8Array>;
  /** Ends the worker, and with it every copy of the password that it has. */
  end(): void;
};

export type PasswordInput = {
  password: string;
  loginName: string;
  /** 16 bytes, from the server */
  salt: Uint8Array;
  /** 16 bytes: memberId */
  accountId: Uint8Array;
};

/** Here and now, in this thread: for a process without screens, and inside the worker. */
export const directKeyWork: KeyWork = {
  keys: ({ password, loginName, salt, accountId }, why) => {
    const run = why === 'new' ? argon2Twice : argon2;
    return accountKeys(password, accountSalt(loginName, salt), accountId, run);
  },
  work: async (challenge, bits) => solveWork(challenge, bits),
  end: () => {},
};
