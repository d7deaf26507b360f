import type { Database } from '../db/database.ts';
import { inTransaction, type Statements } from '../db/statements.ts';
import { isRowFault, isUniqueViolation } from '../db/unique-violation.ts';
import type { Settled } from './batches.ts';
import { writeChanges } from './changes.ts';
import { judgeGroup } from './judge.ts';
import { readCheckpoints, readKnown } from './known.ts';
import type { Outcome, Write } from './types.ts';

/**
 * Commits many writes in one transaction: read all, decide each, write all.
 * When a row of the group cannot be written the group is halved until the row stands alone: it fails, and
 * all others are committed. Everything else that goes wrong (no database) is the failure of all.
 * @returns for each write, in its place, what became of it, after the commit
 */
export async function commitGroup(
  database: Database,
  writes: readonly Write[],
): Promise<Settled<Outcome>[]> {
  try {
    const outcomes = await inTransaction(database, (statements) => commitIn(statements, writes));
    return outcomes.map((reply) => ({ reply }));
  } catch (error) {
    if (writes.length === 1) return [aloneFailed(error)];
    if (!isRowFault(error)) throw error;
    const middle = Math.ceil(writes.length / 2);
    // One after the other: the second half may build on the first.
    const first = await commitGroup(database, writes.slice(0, middle));
    return [...first, ...(await commitGroup(database, writes.slice(middle)))];
  }
}

/** A frame id or archive number that is taken is somebody's mistake; nothing of the write stays. */
function aloneFailed(error: unknown): Settled<Outcome> {
  return isUniqueViolation(error) ? { reply: { ok: false, code: 'not_allowed' } } : { error };
}

async function commitIn(statements: Statements, writes: readonly Write[]): Promise<Outcome[]> {
  const known = await readKnown(statements, writes);
  let judged = judgeGroup(known, writes);
  if (judged.unread.size > 0) {
    const checkpoints = await readCheckpoints(statements, [...judged.unread]);
    judged = judgeGroup({ ...known, checkpoints }, writes);
  }
  await writeChanges(statements, judged.changes);
  return judged.outcomes;
}
