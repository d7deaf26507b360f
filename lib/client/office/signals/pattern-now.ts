import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import { wholePatternRelease } from '#lib/signals/release/pattern.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { isTooLarge, type PatternPlan, planOf, poolsOf } from './pattern-pool.ts';
import { readSignals } from './read-signals.ts';
import { groupNames, noGroups } from './same-people.ts';
import { saidIn } from './use-same-people.ts';

/**
 * The pattern of a quarter as it is at this moment, read, opened, checked and counted anew: a screen may be hours
 * old, and an agreement or a consent that was valid then may be over.
 * @param seen what two people said yes to
 * @returns `stale` when it may not leave any more, or would say something else, or to somebody else
 */
export async function patternNow(
  session: TeamSession,
  seen: PatternPlan,
): Promise<{ ok: true; plan: PatternPlan } | { ok: false; code: 'stale' | 'unavailable' }> {
  const now = await readSignals(session);
  if (now.kind !== 'ready') return { ok: false, code: 'unavailable' };
  const groupOf = groupNames(saidIn(session).getSnapshot() ?? noGroups);
  const pools = poolsOf(session, now.signals, now.releases, groupOf);
  const pool = pools.find(({ quarter }) => quarter === seen.quarter);
  const k = session.settings().signals?.settings.k;
  if (!pool || !k || isTooLarge(pool)) return { ok: false, code: 'stale' };
  // What may leave fits one event, so it takes no worker.
  const release = wholePatternRelease(
    pool.due.map(({ counted }) => counted),
    { k },
  );
  const plan = release.ok ? planOf(session, pool, release) : null;
  const isSame = plan !== null && equalBytes(plan.contentHash, seen.contentHash);
  return isSame ? { ok: true, plan } : { ok: false, code: 'stale' };
}
