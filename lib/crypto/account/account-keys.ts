import { type Argon2Cost, argon2, PASSWORD_COST } from '../primitives/argon2.ts';
import { concat, lp, utf8, wipe } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { EMPTY, kdf, PROTOCOL } from '../primitives/kdf.ts';

/** What a member's password gives: one key for the vault, one to prove the password. */
export type AccountKeys = {
  /** 32 bytes; never leaves the browser */
  vaultKey: Uint8Array;
  /** 32 bytes; the server keeps its SHA-256 and learns nothing about `vaultKey` from it */
  loginKey: Uint8Array;
};

/** `argon2` (to sign in) or `argon2Twice` (for a new password). */
export type Argon2Run = (
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
) => Promise<Uint8Array>;

/**
 * The salt for Argon2, made from the server's 16 bytes and the login name, so that a malicious
 * server cannot give everybody one salt and prepare its guessing (remark 43):
 * `H32("HAVRE-V1/account" || lp(login name) || salt16)[0..16)`.
 * @param loginName taken in NFKC and lower case, as people type it
 */
export const accountSalt = (loginName: string, serverSalt: Uint8Array): Uint8Array =>
  h32(
    concat(
      utf8(`${PROTOCOL}/account`),
      lp(utf8(loginName.normalize('NFKC').toLowerCase())),
      serverSalt,
    ),
  ).slice(0, 16);

/**
 * Both keys of an account (decision 2, reading 37): Argon2id with 64 MiB over the password in
 * NFKC, then one derivation each. Call it in a worker.
 * @param salt 16 bytes, from `accountSalt`
 * @param accountId 16 bytes
 * @throws UnreliableArgon2
 */
export async function accountKeys(
  password: string,
  salt: Uint8Array,
  accountId: Uint8Array,
  run: Argon2Run = argon2,
): Promise<AccountKeys> {
  const a = await run(utf8(password.normalize('NFKC')), salt, PASSWORD_COST);
  const keys = {
    vaultKey: kdf(EMPTY, a, 'vault', accountId, 32),
    loginKey: kdf(EMPTY, a, 'login', accountId, 32),
  };
  wipe(a);
  return keys;
}
