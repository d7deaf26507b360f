import { memberId as memberIdSchema } from '#lib/protocol/ids.ts';
import { sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Invitation } from './types.ts';

/** Links into an organisation that nobody used yet, the newest last. */
export function readOpenLinks(database: Database, organisationId: string, today: number) {
  return database.invitation.findMany({
    where: { organisationId, expiresDay: { gte: today } },
    orderBy: [{ expiresDay: 'asc' }, { tokenHash: 'asc' }],
    select: {
      tokenHash: true,
      roles: true,
      expiresDay: true,
      member: { select: { displayName: true } },
    },
  });
}

/** What a link is good for today; null when it is unknown, used or over. */
export async function findInvitation(
  database: Database | Transaction,
  token: Uint8Array,
  today: number,
): Promise<Invitation | null> {
  const found = await database.invitation.findUnique({
    where: { tokenHash: sha256(token) },
    include: { member: { select: { id: true, loginName: true, displayName: true } } },
  });
  if (found === null || found.expiresDay < today) return null;
  const { organisationId, roles, member } = found;
  if (organisationId === null) return { kind: 'set-up', roles: 0, organisationId };
  if (member === null) return { kind: 'join', roles, organisationId };
  const { id, ...names } = member;
  return {
    kind: 'renew',
    roles,
    organisationId,
    member: { memberId: memberIdSchema.parse(id), ...names },
  };
}
