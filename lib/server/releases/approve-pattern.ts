import { hex } from '#lib/protocol/byte-reader.ts';
import { patternReleaseDay } from '#lib/signals/consent-terms.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import { type StoredBytes, sameBytes } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import { hasLeft, isUnderMinimum, isWithin, lockPool, referencesIn } from './pattern-pool.ts';
import { refusing } from './refusing.ts';
import { ok, type Refused } from './types.ts';

export type ApprovePattern = {
  quarter: string;
  contentHash: StoredBytes;
  pool: StoredBytes;
  placed: StoredBytes;
  /** sealed: which signals this member joined */
  joined: StoredBytes;
};

/**
 * One member says yes to exactly this pattern: content, signals that were counted, signals that are placed. A
 * second yes of the same one is refused, and noted like every other attempt.
 */
export async function approvePattern(
  database: Database,
  organisationId: string,
  { quarter, contentHash, pool, placed, joined }: ApprovePattern,
  by: Doer,
): Promise<typeof ok | Refused> {
  const [counted, inCluster] = [referencesIn(pool), referencesIn(placed)];
  return database.$transaction(async (tx) => {
    const refuse = refusing(tx, organisationId, by, 'approval.refused');
    if (!counted || !inCluster || inCluster.size === 0 || !isWithin(inCluster, counted))
      return refuse('malformed');
    if (by.today < patternReleaseDay(quarter)) return refuse('not_allowed');
    if (await hasLeft(tx, organisationId, quarter)) return refuse('already_taken');
    if (!isWithin(counted, await lockPool(tx, organisationId))) return refuse('stale');
    if (await isUnderMinimum(tx, organisationId, counted)) return refuse('not_allowed', 'too_few');
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
    const said = { contentHash, pool, placed, joined, day: today };
    await tx.patternApproval.upsert({ where, create: { ...key, ...said }, update: said });
    return ok;
  });
}
