import { sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { Invitation } from './types.ts';

/** Links into an organisation that nobody used yet, the newest last. */
export function readJoinLinks(database: Database, organisationId: string, today: number) {
  return database.invitation.findMany({
    where: { organisationId, expiresDay: { gte: today } },
    orderBy: [{ expiresDay: 'asc' }, { tokenHash: 'asc' }],
    select: { tokenHash: true, roles: true, expiresDay: true },
  });
}

/** What a link is good for today; null when it is unknown, used or over. */
export async function findInvitation(
  database: Database | Transaction,
  token: Uint8Array,
  today: number,
): Promise<Invitation | null> {
  const found = await database.invitation.findUnique({ where: { tokenHash: sha256(token) } });
  if (found === null || found.expiresDay < today) return null;
  const { organisationId, roles } = found;
  if (organisationId === null) return { kind: 'set-up', roles: 0, organisationId };
  return { kind: 'join', roles, organisationId };
}
