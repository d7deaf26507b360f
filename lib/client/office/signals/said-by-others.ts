import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import type { MemberId } from '#lib/protocol/ids.ts';
import type { OpenedApproval, OpenedPattern } from './joins.ts';
import type { PatternPlan, Pool } from './pattern-pool.ts';
import { among, beyond, type Groups } from './same-people.ts';

/** What an approval says of the same people, beside what the supervisor at this screen says. */
export type SaidByOther = { memberId: MemberId; name: string } & (
  | { kind: 'same'; groups: Groups }
  /** What only they joined, and what only this supervisor did. */
  | { kind: 'differs'; theirs: Groups; mine: Groups }
  | { kind: 'unreadable'; isOwn: boolean }
);

type Beside = {
  pool: Pool;
  /** by the supervisor at this screen */
  said: Groups;
  ownId: MemberId;
  plan: PatternPlan | null;
};

function saidIn(approval: OpenedApproval, { pool, said, ownId, plan }: Beside): SaidByOther[] {
  const { memberId, displayName, groups, joined, contentHash } = approval;
  const who = { memberId, name: displayName };
  const isOwn = memberId === ownId;
  if (groups === null) {
    // One from before joins were kept: worth a word only where it does not count.
    const counts = plan === null || equalBytes(contentHash, plan.contentHash);
    return joined === null && counts ? [] : [{ ...who, kind: 'unreadable', isOwn }];
  }
  if (isOwn) return [];
  const isDue = (key: string) => pool.due.some((one) => one.key === key);
  const [others, own] = [among(groups, isDue), among(said, isDue)];
  const [theirs, mine] = [beyond(others, own), beyond(own, others)];
  if (theirs.length > 0 || mine.length > 0) return [{ ...who, kind: 'differs', theirs, mine }];
  return own.length > 0 ? [{ ...who, kind: 'same', groups: own }] : [];
}

/**
 * What the supervisors who approved this quarter joined, where there is something to say about it. Nothing of a
 * colleague's is taken over: that is a judgement of one's own.
 */
export const saidByOthers = (
  patterns: readonly OpenedPattern[],
  beside: Beside,
): readonly SaidByOther[] =>
  patterns
    .filter(({ quarter }) => quarter === beside.pool.quarter)
    .flatMap(({ approvals }) => approvals.flatMap((one) => saidIn(one, beside)));
