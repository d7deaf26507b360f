import { createHash } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import type { Code } from '#lib/protocol/codes.ts';
import { patternReleaseDay } from '#lib/signals/consent-terms.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import { type StoredBytes, sameBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { countSupervisors } from './data.ts';
import { ok, type Refused, refusedAs } from './types.ts';

const PATTERN = 2;
const REFERENCE = 32;

export type ApprovePattern = {
  quarter: string;
  contentHash: StoredBytes;
  pool: StoredBytes;
  placed: StoredBytes;
};
export type ReleasePattern = Pick<ApprovePattern, 'quarter' | 'contentHash'> & {
  releaseId: string;
  fileHash: StoredBytes;
  file: StoredBytes;
};

/** Hashes of references out of their bytes; null when they are none, or one stands there twice. */
function referencesIn(bytes: Uint8Array): Set<string> | null {
  if (bytes.length % REFERENCE !== 0) return null;
  const found = new Set<string>();
  for (let at = 0; at < bytes.length; at += REFERENCE)
    found.add(hex(bytes.subarray(at, at + REFERENCE)));
  return found.size === bytes.length / REFERENCE ? found : null;
}

/**
 * Locks the consents of all pattern signals of an organisation, in one order, until the end: a withdrawal comes
 * before, or finds them gone.
 * @returns those that are registered and not taken back
 */
async function lockPool(tx: Transaction, organisationId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ refHash: Uint8Array }[]>`
    SELECT "refHash" FROM "ConsentRegistration" WHERE NOT "withdrawn" AND "refHash" IN
      (SELECT "refHash" FROM "SealedSignal" WHERE "organisationId" = ${organisationId} AND "scope" = ${PATTERN})
    ORDER BY "refHash" FOR UPDATE`;
  const held = await tx.sealedSignal.findMany({
    where: { organisationId, scope: PATTERN },
    select: { refHash: true },
  });
  const stillHeld = new Set(held.map(({ refHash }) => hex(refHash)));
  return new Set(rows.map(({ refHash }) => hex(refHash)).filter((one) => stillHeld.has(one)));
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

async function hasLeft(tx: Transaction, organisationId: string, quarter: string) {
  const where = { organisationId_quarter: { organisationId, quarter } };
  return (await tx.release.findUnique({ where, omit: { file: true } })) !== null;
}

/** Notes an attempt that nobody may make, in the transaction that changes nothing else. */
const refusing =
  (
    tx: Transaction,
    organisationId: string,
    by: Doer,
    action: 'approval.refused' | 'release.refused',
  ) =>
  async (code: Code) => {
    await appendAudit(tx, organisationId, by, action, code);
    return refusedAs(code);
  };

/**
 * One member says yes to exactly this pattern: content, signals that were counted, signals that are placed. A
 * second yes of the same one is refused, and noted like every other attempt.
 */
export async function approvePattern(
  database: Database,
  organisationId: string,
  { quarter, contentHash, pool, placed }: ApprovePattern,
  by: Doer,
): Promise<typeof ok | Refused> {
  const [counted, inCluster] = [referencesIn(pool), referencesIn(placed)];
  if (!counted || !inCluster || inCluster.size === 0 || !isWithin(inCluster, counted))
    return refusedAs('malformed');
  return database.$transaction(async (tx) => {
    const refuse = refusing(tx, organisationId, by, 'approval.refused');
    if (by.today < patternReleaseDay(quarter)) return refuse('not_allowed');
    if (await hasLeft(tx, organisationId, quarter)) return refuse('already_taken');
    if (!isWithin(counted, await lockPool(tx, organisationId))) return refuse('stale');
    const { memberId, today } = by;
    const key = { organisationId, quarter, memberId };
    const where = { organisationId_quarter_memberId: key };
    const before = await tx.patternApproval.findUnique({ where });
    const isSame =
      before &&
      sameBytes(before.contentHash, contentHash) &&
      sameBytes(before.pool, pool) &&
      sameBytes(before.placed, placed);
    if (isSame) return refuse('same_person');
    await appendAudit(tx, organisationId, by, 'pattern.approved', `${quarter} ${hex(contentHash)}`);
    const said = { contentHash, pool, placed, day: today };
    await tx.patternApproval.upsert({ where, create: { ...key, ...said }, update: said });
    return ok;
  });
}

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
  if (!sameBytes(hash, fileHash)) return refusedAs('malformed');
  return database.$transaction(async (tx) => {
    const before = await tx.release.findUnique({ where: { id: releaseId } });
    if (before)
      return before.organisationId === organisationId && sameBytes(before.fileHash, fileHash)
        ? { ok: true, alsoHeldBy: [] }
        : refusedAs('not_allowed');
    const held = await lockPool(tx, organisationId);
    const refuse = refusing(tx, organisationId, by, 'release.refused');
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
