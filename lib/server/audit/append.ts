import { createHash, randomBytes } from 'node:crypto';
import { AUDIT_LABEL, type AuditAction, type AuditLink, auditText } from '#lib/protocol/audit.ts';
import { dayOf } from '../days.ts';
import type { Transaction } from '../db/database.ts';
import type { ServerDeps } from '../deps.ts';
import type { Actor } from '../sessions/types.ts';

/** Who of the staff acts, and when (days since 1970). */
export type Doer = { memberId: string; today: number };

/** What was done, and to what; as text without a word of any person's. */
export type Note = { action: AuditAction; ref: string };

/** The member of a connection, today. */
export const doerOf = ({ memberId }: Pick<Actor, 'memberId'>, { now }: ServerDeps): Doer => ({
  memberId,
  today: dayOf(now()),
});

const h32 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest().subarray(0, 32));
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The hash of an entry: whoever has the entries can check the chain (reading l). */
export const auditHash = (organisationId: string, entry: AuditLink): Uint8Array<ArrayBuffer> =>
  h32(bytesOf(AUDIT_LABEL), bytesOf(auditText(organisationId, entry)), entry.prev);

/**
 * Appends "who did what" to an organisation's log, in the transaction that does it: neither is without the other.
 * @param ref what it was about, as text without a word of any person's; can be deleted later
 */
export async function appendAudit(
  tx: Transaction,
  organisationId: string,
  { memberId, today }: Doer,
  action: AuditAction,
  ref: string,
): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR UPDATE`;
  const where = { organisationId };
  const last = await tx.auditEntry.findFirst({ where, orderBy: { n: 'desc' } });
  const salt = Uint8Array.from(randomBytes(16));
  const link = {
    n: (last?.n ?? 0) + 1,
    day: today,
    actor: memberId,
    action,
    refCommit: h32(salt, bytesOf(ref)),
    prev: last?.hash ?? new Uint8Array(32),
  };
  const hash = auditHash(organisationId, link);
  await tx.auditEntry.create({ data: { organisationId, ...link, hash } });
  await tx.auditRef.create({ data: { organisationId, n: link.n, salt, ref } });
}
