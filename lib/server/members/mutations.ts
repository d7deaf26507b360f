import type { Code } from '#lib/protocol/codes.ts';
import { createAccount } from '../accounts/mutations.ts';
import type { NewAccount } from '../accounts/types.ts';
import { appendAudit } from '../audit/append.ts';
import { type StoredBytes, sameBytes } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { withAddition } from '../directory/mutations.ts';
import { deleteRenewalLinks, takeInvitation } from '../invitations/mutations.ts';
import { endSessionsOf } from '../sessions/mutations.ts';
import type { StandingChange } from './types.ts';

type Refusal = { ok: false; code: Code };

export type Joining = {
  token: Uint8Array;
  today: number;
  account: NewAccount;
  totpStep: number;
};

/** Makes a pending member. The link serves once, and only if everything else fits. */
export async function join(
  database: Database,
  { token, today, account, totpStep }: Joining,
): Promise<{ ok: true; organisationId: string } | Refusal> {
  try {
    return await database.$transaction(async (tx) => {
      const link = await takeInvitation(tx, { token, today }, 'join');
      if (link === null) return { ok: false, code: 'wrong_credentials' };
      const { organisationId, roles } = link;
      await createAccount(tx, account, { organisationId, roles, status: 'pending', totpStep });
      return { ok: true, organisationId };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: 'name_taken' };
    throw error;
  }
}

type Changed = { ok: true; length: number } | Refusal;

/** Appends the newcomer's certificates and lets them in, or neither. */
export function approve(database: Database, change: StandingChange): Promise<Changed> {
  return changeStanding(database, change, { from: ['pending'], to: 'active' });
}

/** Appends the revocations and new epochs, and ends every session, or nothing of it. */
export function suspend(database: Database, change: StandingChange): Promise<Changed> {
  return changeStanding(database, change, {
    from: ['pending', 'active', 'renewing'],
    to: 'suspended',
  });
}

function changeStanding(
  database: Database,
  { memberId, organisationId, addition, by }: StandingChange,
  { from, to }: { from: string[]; to: 'active' | 'suspended' },
): Promise<Changed> {
  return withAddition<Changed>(database, organisationId, async (tx, append) => {
    const { count } = await tx.member.updateMany({
      where: { id: memberId, organisationId, status: { in: from } },
      data: { status: to },
    });
    if (count === 0) return { ok: false, code: 'not_allowed' };
    const length = await append(addition);
    const action = to === 'active' ? 'member.approved' : 'member.suspended';
    await appendAudit(tx, organisationId, by, action, memberId);
    if (to === 'suspended') {
      await endSessionsOf(tx, memberId);
      await deleteRenewalLinks(tx, memberId);
    }
    return { ok: true, length };
  });
}

/** Replaces a member's vault, compare-and-swap on its version; older versions are not kept. */
export async function storeVault(
  database: Database,
  memberId: string,
  { version, blob }: { version: number; blob: StoredBytes },
): Promise<{ ok: true } | Refusal> {
  const { count } = await database.member.updateMany({
    where: { id: memberId, vaultVersion: version - 1 },
    data: { vault: blob, vaultVersion: version },
  });
  if (count === 1) return { ok: true };
  const stored = await database.member.findUnique({ where: { id: memberId } });
  const isSame = stored?.vaultVersion === version && sameBytes(stored.vault, blob);
  return isSame ? { ok: true } : { ok: false, code: 'stale' };
}
