import { fromBase64url, sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { NewAccount } from './types.ts';

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
      salt: fromBase64url(account.salt),
      loginKeyHash: sha256(fromBase64url(account.loginKey)),
      vault: fromBase64url(account.vault),
      vaultVersion: 1,
      status,
      roles,
      identity: fromBase64url(account.identity),
      deviceEpoch: fromBase64url(account.deviceEpoch),
      totpSecret: account.totp === undefined ? null : fromBase64url(account.totp.secret),
      totpStep,
    },
  });
}
