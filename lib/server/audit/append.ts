import { createHash, randomBytes } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import type { Transaction } from '../db/database.ts';

/** Who of the staff acts, and when (days since 1970). */
export type Doer = { memberId: string; today: number };

/** What the log knows. A name here stays: stored entries carry it. */
export type AuditAction =
  | 'terms.proposed'
  | 'terms.confirmed'
  | 'signal.approved'
  | 'signal.released'
  | 'signal.forwarded'
  | 'pattern.approved'
  | 'pattern.released';

const h32 = (...parts: readonly Uint8Array[]) => {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest().subarray(0, 32));
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The hash of an entry: whoever has the entries can check the chain (reading l). */
export function auditHash(entry: {
  organisationId: string;
  n: number;
  day: number;
  actor: string;
  action: string;
  refCommit: Uint8Array;
  prev: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  const { organisationId, n, day, actor, action, refCommit, prev } = entry;
  const said = JSON.stringify([organisationId, n, day, actor, action, hex(refCommit)]);
  return h32(bytesOf('havre/v1/audit'), bytesOf(said), prev);
}

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
  const entry = {
    organisationId,
    n: (last?.n ?? 0) + 1,
    day: today,
    actor: memberId,
    action,
    refCommit: h32(salt, bytesOf(ref)),
    prev: last?.hash ?? new Uint8Array(32),
  };
  await tx.auditEntry.create({ data: { ...entry, hash: auditHash(entry) } });
  await tx.auditRef.create({ data: { organisationId, n: entry.n, salt, ref } });
}
