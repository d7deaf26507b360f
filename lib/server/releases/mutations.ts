import { createHash } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS, MIN_COOLING_OFF_MINUTES } from '#lib/signals/settings.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import { type StoredBytes, sameBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { countSupervisors } from './data.ts';
import { refusing } from './refusing.ts';
import { ok, type Refused } from './types.ts';

/** Days that an encrypted file stays for download. */
const fileDays = 7;
/** A case; patterns leave by quarters. */
const CASE = 1;

export type Approve = { refHash: StoredBytes; contentHash: StoredBytes };
export type Make = Approve & { releaseId: string; fileHash: StoredBytes; file: StoredBytes };

/** Locks a sealed signal until the end, so that a withdrawal comes before or finds it gone. */
async function lockSignal(tx: Transaction, organisationId: string, refHash: StoredBytes) {
  await tx.$queryRaw`SELECT 1 FROM "ConsentRegistration" WHERE "refHash" = ${refHash} FOR UPDATE`;
  const where = { organisationId_refHash: { organisationId, refHash } };
  const signal = await tx.sealedSignal.findUnique({ where });
  const registration = await tx.consentRegistration.findUnique({ where: { refHash } });
  if (!signal || !registration || registration.withdrawn) return null;
  return { scope: signal.scope, agreedDay: registration.day };
}

/** One member says yes to exactly this content; a second yes of the same one is refused, and noted. */
export async function approve(
  database: Database,
  organisationId: string,
  { refHash, contentHash }: Approve,
  by: Doer,
): Promise<typeof ok | Refused> {
  return database.$transaction(async (tx) => {
    const refuse = refusing(tx, organisationId, by, 'approval.refused');
    if (!(await lockSignal(tx, organisationId, refHash))) return refuse('stale');
    const { memberId, today } = by;
    const key = { organisationId, refHash, memberId };
    const before = await tx.approval.findUnique({
      where: { organisationId_refHash_memberId: key },
    });
    if (before && sameBytes(before.contentHash, contentHash)) return refuse('same_person');
    await appendAudit(tx, organisationId, by, 'signal.approved', hex(contentHash));
    await tx.approval.upsert({
      where: { organisationId_refHash_memberId: key },
      create: { ...key, contentHash, day: today },
      update: { contentHash, day: today },
    });
    return ok;
  });
}

/** How many members that are still supervisors said yes to this content. */
async function countApprovals(
  tx: Transaction,
  organisationId: string,
  { refHash, contentHash }: Approve,
): Promise<number> {
  const said = await tx.approval.findMany({ where: { organisationId, refHash } });
  const fitting = said.filter((one) => sameBytes(one.contentHash, contentHash));
  return countSupervisors(
    tx,
    fitting.map(({ memberId }) => memberId),
  );
}

/** The first day on which any case may leave, whatever browsers say: 14 whole days after the yes. */
const leastWait = (agreedDay: number): number =>
  consentTerms('case', agreedDay, {
    ...DEFAULT_SIGNAL_SETTINGS,
    coolingOffMinutes: MIN_COOLING_OFF_MINUTES,
  }).notBeforeDay;

/**
 * A case leaves: file and history are stored, the sealed signal goes, and its consent is closed, all or nothing.
 * The same release sent again is answered the same way.
 * @param isDemo nobody has to think for days in it
 */
export async function makeRelease(
  database: Database,
  organisationId: string,
  made: Make,
  by: Doer,
  isDemo: boolean,
): Promise<typeof ok | Refused> {
  const { releaseId, refHash, fileHash, file } = made;
  const hash = Uint8Array.from(createHash('sha256').update(file).digest());
  return database.$transaction(async (tx) => {
    const refuse = refusing(tx, organisationId, by, 'release.refused');
    if (!sameBytes(hash, fileHash)) return refuse('malformed');
    const before = await tx.release.findUnique({ where: { id: releaseId } });
    if (before) {
      const isSame =
        before.organisationId === organisationId && sameBytes(before.fileHash, fileHash);
      return isSame ? ok : refuse('not_allowed');
    }
    const signal = await lockSignal(tx, organisationId, refHash);
    if (signal === null) return refuse('stale');
    if (signal.scope !== CASE) return refuse('not_allowed');
    if (!isDemo && by.today < leastWait(signal.agreedDay)) return refuse('not_allowed');
    if ((await countApprovals(tx, organisationId, made)) < 2) return refuse('not_allowed');
    await appendAudit(tx, organisationId, by, 'signal.released', hex(fileHash));
    const { memberId, today } = by;
    await tx.release.create({
      data: { id: releaseId, organisationId, scope: CASE, day: today, memberId, fileHash, file },
    });
    await tx.sealedSignal.deleteMany({ where: { refHash } });
    const data = { withdrawn: true, left: true };
    await tx.consentRegistration.update({ where: { refHash }, data });
    return ok;
  });
}

/** Encrypted files that nobody fetched in time. @returns how many went */
export async function dropOldFiles(database: Database, today: number): Promise<number> {
  const { count } = await database.release.updateMany({
    where: { day: { lt: today - fileDays }, file: { not: null } },
    data: { file: null },
  });
  return count;
}
