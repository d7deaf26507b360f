import { appendAudit, type Doer } from '../audit/append.ts';
import { newToken, type StoredBytes, sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findInvitation } from './data.ts';
import { type Invitation, linkDays } from './types.ts';

/** A link, as the one who hands it on gets it; the server keeps a hash. */
export type Link = { token: string; expiresDay: number };

type For = { organisationId: string | null; roles: number; memberId?: string };

async function createLink(
  database: Database | Transaction,
  today: number,
  what: For,
): Promise<Link> {
  const { token, hash } = newToken();
  return { token, ...(await keepLink(database, today, hash, what)) };
}

async function keepLink(
  database: Database | Transaction,
  today: number,
  tokenHash: StoredBytes,
  what: For,
): Promise<Pick<Link, 'expiresDay'>> {
  const expiresDay = today + linkDays;
  await database.invitation.create({ data: { tokenHash, expiresDay, ...what } });
  return { expiresDay };
}

/** A link by which an organisation is set up, at `/setup/TOKEN`. @param today days since 1970 */
export function createSetUpLink(database: Database, today: number): Promise<Link> {
  return createLink(database, today, { organisationId: null, roles: 0 });
}

/** The same, of a token that somebody else made and the server never sees. @param hash its SHA-256 */
export const keepSetUpLink = (database: Database, today: number, hash: StoredBytes) =>
  keepLink(database, today, hash, { organisationId: null, roles: 0 });

/** A link by which somebody joins an organisation, at `/join/TOKEN`; the log says for which role. */
export function createJoinLink(
  database: Database,
  what: { organisationId: string; roles: number },
  by: Doer,
): Promise<Link> {
  return database.$transaction(async (tx) => {
    await appendAudit(tx, what.organisationId, by, 'invitation.made', String(what.roles));
    return createLink(tx, by.today, what);
  });
}

/** A link by which this member's account begins anew, at `/renew/TOKEN`; an earlier one for them ends. */
export async function createRenewalLink(
  tx: Transaction,
  what: { organisationId: string; roles: number; memberId: string },
  today: number,
): Promise<Link> {
  await deleteRenewalLinks(tx, what.memberId);
  return createLink(tx, today, what);
}

/** Makes every link for this member's account worthless. */
export async function deleteRenewalLinks(tx: Transaction, memberId: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { memberId } });
}

/** Makes every set-up link that was printed before worthless. @returns how many there were */
export async function deleteSetUpLinks(database: Database): Promise<number> {
  return (await database.invitation.deleteMany({ where: { organisationId: null } })).count;
}

/** Makes a link into this organisation worthless. @param tokenHash as the server keeps it */
export async function withdrawLink(
  database: Database,
  organisationId: string,
  tokenHash: Uint8Array<ArrayBuffer>,
  by: Doer,
): Promise<void> {
  await database.$transaction(async (tx) => {
    const where = { organisationId, tokenHash };
    const found = await tx.invitation.findFirst({ where });
    if (found === null) return;
    const { memberId, roles } = found;
    if (memberId === null)
      await appendAudit(tx, organisationId, by, 'invitation.withdrawn', String(roles));
    else await appendAudit(tx, organisationId, by, 'renewal.withdrawn', memberId);
    await tx.invitation.deleteMany({ where });
  });
}

/** Deletes links whose time is over. */
export async function deleteOldLinks(database: Database, today: number): Promise<void> {
  await database.invitation.deleteMany({ where: { expiresDay: { lt: today } } });
}

/**
 * Takes a link, inside the transaction that does what it is for: whoever comes second, or fails
 * later in the same transaction, has not used it.
 * @returns what it was for; null when it is no (longer a) link of this kind
 */
export async function takeInvitation<K extends Invitation['kind']>(
  tx: Transaction,
  { token, today }: { token: Uint8Array; today: number },
  kind: K,
): Promise<Extract<Invitation, { kind: K }> | null> {
  const found = await findInvitation(tx, token, today);
  if (found?.kind !== kind) return null;
  const { count } = await tx.invitation.deleteMany({ where: { tokenHash: sha256(token) } });
  return count === 1 ? (found as Extract<Invitation, { kind: K }>) : null;
}
