import { patternUntilDay, quarterOf } from '#lib/signals/consent-terms.ts';
import type { Registered } from '../consents/mutations.ts';
import { isRegistered } from '../consents/mutations.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';

const PATTERN = 2;

/** A sealed signal as a counsellor's desk sends it. */
export type Sealed = Registered & { scope: number; epoch: number; blob: StoredBytes };

/**
 * Stores a sealed signal of an organisation, one for each consent; the newest seal counts. The server cannot tell which
 * of two holds what the person agreed to: a false one is refused when it is opened, and must not keep the real one out
 * that a desk of the same chat sends later. Whoever knows the pair could take the consent back as well.
 * @param day days since 1970
 * @returns false when no page has registered this consent, or it was taken back
 */
export async function storeSignal(
  database: Database,
  organisationId: string,
  sealed: Sealed,
  day: number,
): Promise<boolean> {
  const { refHash, bodyHash, scope, epoch, blob } = sealed;
  return database.$transaction(async (tx) => {
    // Held until the end, so that a withdrawal is either before this or deletes what it stores.
    await tx.$queryRaw`SELECT 1 FROM "ConsentRegistration" WHERE "refHash" = ${refHash} FOR UPDATE`;
    if (!(await isRegistered(tx, { refHash, bodyHash }))) return false;
    const key = { organisationId, refHash };
    const seal = { scope, epoch, blob };
    const own = await tx.sealedSignal.findUnique({ where: { organisationId_refHash: key } });
    // What another organisation passed on is not ours to replace. The day stays that of the first: nothing waits longer.
    if (own?.originId) return true;
    await tx.sealedSignal.upsert({
      where: { organisationId_refHash: key },
      create: { ...key, ...seal, day },
      update: seal,
    });
    return true;
  });
}

/**
 * Pattern signals that waited four quarters and were in no release: they go, as the card said, and with them what
 * was said of them: an approval as old as that names nobody else.
 * @returns how many signals were deleted
 */
export async function deleteWaitedTooLong(database: Database, today: number): Promise<number> {
  let day = today;
  while (patternUntilDay(quarterOf(day)) >= today) day--;
  const { count } = await database.sealedSignal.deleteMany({
    where: { scope: PATTERN, day: { lte: day } },
  });
  await database.patternApproval.deleteMany({ where: { day: { lte: day } } });
  return count;
}
