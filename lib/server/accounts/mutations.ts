import { randomBytes } from 'node:crypto';
import { fromBase64url, sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { NewAccount, NewCredentials } from './types.ts';

/**
 * Accepts the time step of a six-digit code, once.
 * @returns false when this step or a later one was accepted before
 */
export async function acceptStep(
  database: Database,
  memberId: string,
  step: number,
): Promise<boolean> {
  const { count } = await database.member.updateMany({
    where: { id: memberId, totpStep: { lt: step } },
    data: { totpStep: step },
  });
  return count === 1;
}

/** Whose account it becomes, and what they may do. */
export type Place = {
  organisationId: string;
  roles: number;
  status: 'pending' | 'active';
  /** Step of the code shown at enrolment, so that it does not serve again; 0 in a demo. */
  totpStep: number;
};

/**
 * Stores a new account.
 * @throws a unique violation when the login name or the id is taken
 */
export async function createAccount(
  tx: Transaction,
  account: NewAccount,
  { organisationId, roles, status, totpStep }: Place,
): Promise<void> {
  await tx.member.create({
    data: {
      id: account.memberId,
      organisationId,
      loginName: account.loginName,
      displayName: account.displayName,
      status,
      roles,
      ...credentialRows(account),
      totpStep,
    },
  });
}

const credentialRows = (made: NewCredentials) => ({
  salt: fromBase64url(made.salt),
  loginKeyHash: sha256(fromBase64url(made.loginKey)),
  vault: fromBase64url(made.vault),
  vaultVersion: 1,
  identity: fromBase64url(made.identity),
  deviceEpoch: fromBase64url(made.deviceEpoch),
  totpSecret: made.totp === undefined ? null : fromBase64url(made.totp.secret),
});

/**
 * Puts new credentials into an account that waits for them; a supervisor still has to compare five words.
 * @returns false when it does not wait (any more)
 */
export async function renewAccount(
  tx: Transaction,
  memberId: string,
  made: NewCredentials,
  totpStep: number,
): Promise<boolean> {
  const { count } = await tx.member.updateMany({
    where: { id: memberId, status: 'renewing' },
    data: { status: 'pending', ...credentialRows(made), totpStep },
  });
  return count === 1;
}

/** Takes vault, password and second factor out of an account. Nothing signs in to it or opens it any more. */
export const emptyCredentials = () => ({
  loginKeyHash: Uint8Array.from(randomBytes(32)),
  vault: new Uint8Array(0),
  vaultVersion: 0,
  totpSecret: null,
  totpStep: 0,
});
