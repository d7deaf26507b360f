import type { Code } from '#lib/protocol/codes.ts';
import { emptyCredentials, renewAccount } from '../accounts/mutations.ts';
import type { NewCredentials } from '../accounts/types.ts';
import { appendAudit } from '../audit/append.ts';
import type { Database, Transaction } from '../db/database.ts';
import { withAddition } from '../directory/mutations.ts';
import { createRenewalLink, type Link, takeInvitation } from '../invitations/mutations.ts';
import type { StandingChange } from '../members/types.ts';
import { endSessionsOf } from '../sessions/mutations.ts';

type Refusal = { ok: false; code: Code };

/** `left`: mailboxes whose counsellor is gone for good. */
type Begun = ({ ok: true; length: number; left: readonly string[] } & Link) | Refusal;

/**
 * Cuts a member off who lost password or phone, and makes the link by which they begin anew: revocations,
 * new epochs, no session, no vault, in one transaction. Whoever has the old password has nothing from here
 * on. For somebody who waits for their link already, there is a new link.
 */
export function beginRenewal(
  database: Database,
  { memberId, organisationId, addition, by }: StandingChange,
): Promise<Begun> {
  return withAddition<Begun>(database, organisationId, async (tx, append) => {
    const { count } = await tx.member.updateMany({
      where: { id: memberId, organisationId, status: { in: ['pending', 'active', 'renewing'] } },
      data: { status: 'renewing', ...emptyCredentials() },
    });
    if (count === 0) return { ok: false, code: 'not_allowed' };
    const left = await leaveMailboxes(tx, memberId);
    const length = await append(addition);
    await endSessionsOf(tx, memberId);
    await appendAudit(tx, organisationId, by, 'renewal.begun', memberId);
    const { roles } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    const link = await createRenewalLink(tx, { organisationId, roles, memberId }, by.today);
    return { ok: true, length, left, ...link };
  });
}

/**
 * Nobody holds the conversations of this member any more, and the wraps of their keys go: only the vault
 * that is lost opens them. Were they still held, the people in them would read that their counsellor is
 * here again, from whom no word can come.
 * @returns those that are still open
 */
async function leaveMailboxes(tx: Transaction, memberId: string): Promise<string[]> {
  const held = await tx.$queryRaw<{ id: string; state: string }[]>`
    SELECT "id", "state" FROM "Mailbox" WHERE "leaseMemberId" = ${memberId}
    ORDER BY "id" FOR UPDATE`;
  const where = { in: held.map(({ id }) => id) };
  await tx.conversationKeyWrap.deleteMany({ where: { mailboxId: where } });
  await tx.mailbox.updateMany({
    where: { id: where },
    data: { leaseMemberId: null, leaseDeviceId: null },
  });
  return held.filter(({ state }) => state === 'open').map(({ id }) => id);
}

type Use = { token: Uint8Array; today: number; credentials: NewCredentials; totpStep: number };

/** Puts what a member made anew into their account. The link serves once; approval comes after it. */
export function finishRenewal(
  database: Database,
  { token, today, credentials, totpStep }: Use,
): Promise<{ ok: true; organisationId: string; memberId: string; loginName: string } | Refusal> {
  return database.$transaction(async (tx) => {
    const link = await takeInvitation(tx, { token, today }, 'renew');
    if (link === null) return { ok: false, code: 'wrong_credentials' };
    const { organisationId, member } = link;
    const { memberId, loginName } = member;
    const isWaiting = await renewAccount(tx, memberId, credentials, totpStep);
    if (!isWaiting) return { ok: false, code: 'wrong_credentials' };
    await appendAudit(tx, organisationId, { memberId, today }, 'renewal.used', memberId);
    return { ok: true, organisationId, memberId, loginName };
  });
}
