import { createHash } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import { type StoredBytes, sameBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { ApprovePattern } from './approve-pattern.ts';
import { countSupervisors } from './data.ts';
import { hasLeft, isWithin, lockPool, PATTERN, referencesIn } from './pattern-pool.ts';
import { refusing } from './refusing.ts';
import type { Refused } from './types.ts';

export type ReleasePattern = Pick<ApprovePattern, 'quarter' | 'contentHash'> & {
  releaseId: string;
  fileHash: StoredBytes;
  file: StoredBytes;
};

/** What two members that are supervisors now said yes to, in the same words; null when no two did. */
async function agreedOn(
  tx: Transaction,
  organisationId: string,
  { quarter, contentHash }: ReleasePattern,
) {
  const rows = await tx.patternApproval.findMany({ where: { organisationId, quarter } });
  const fitting = rows.filter((row) => sameBytes(row.contentHash, contentHash));
  const [first] = fitting;
  const same = fitting.filter(
    (row) => first && sameBytes(row.pool, first.pool) && sameBytes(row.placed, first.placed),
  );
  const count = await countSupervisors(
    tx,
    same.map(({ memberId }) => memberId),
  );
  return first && count >= 2 ? first : null;
}

/** Signals that left go, wherever they are, and their consents are closed. @returns who else had them */
async function takeOut(tx: Transaction, organisationId: string, placed: ReadonlySet<string>) {
  const refHash = { in: [...placed].map((one) => Uint8Array.from(Buffer.from(one, 'hex'))) };
  const held = await tx.sealedSignal.findMany({
    where: { refHash, organisationId: { not: organisationId } },
    select: { organisationId: true },
  });
  await tx.sealedSignal.deleteMany({ where: { refHash } });
  const data = { withdrawn: true, left: true };
  await tx.consentRegistration.updateMany({ where: { refHash }, data });
  return [...new Set(held.map((one) => one.organisationId))];
}

/**
 * The pattern of a quarter leaves, once: file and history are stored, what is in it goes, all or nothing. What was
 * counted and not placed stays for the next quarter. The same release sent again is answered the same way.
 */
export async function releasePattern(
  database: Database,
  organisationId: string,
  made: ReleasePattern,
  by: Doer,
): Promise<{ ok: true; alsoHeldBy: string[] } | Refused> {
  const { releaseId, quarter, fileHash, file } = made;
  const hash = Uint8Array.from(createHash('sha256').update(file).digest());
  return database.$transaction(async (tx) => {
    const refuse = refusing(tx, organisationId, by, 'release.refused');
    if (!sameBytes(hash, fileHash)) return refuse('malformed');
    const before = await tx.release.findUnique({ where: { id: releaseId } });
    if (before)
      return before.organisationId === organisationId && sameBytes(before.fileHash, fileHash)
        ? { ok: true, alsoHeldBy: [] }
        : refuse('not_allowed');
    const held = await lockPool(tx, organisationId);
    if (await hasLeft(tx, organisationId, quarter)) return refuse('already_taken');
    const agreed = await agreedOn(tx, organisationId, made);
    if (!agreed) return refuse('not_allowed');
    const counted = referencesIn(agreed.pool) ?? new Set<string>();
    if (!isWithin(counted, held)) return refuse('stale');
    await appendAudit(tx, organisationId, by, 'pattern.released', `${quarter} ${hex(fileHash)}`);
    const { memberId, today } = by;
    await tx.release.create({
      data: {
        ...{ id: releaseId, organisationId, scope: PATTERN, quarter },
        ...{ day: today, memberId, fileHash, file },
      },
    });
    await tx.patternApproval.deleteMany({ where: { organisationId } });
    const alsoHeldBy = await takeOut(tx, organisationId, referencesIn(agreed.placed) ?? new Set());
    return { ok: true, alsoHeldBy };
  });
}
