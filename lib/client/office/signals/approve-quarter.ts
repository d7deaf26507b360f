import type { TeamSession } from '../../team/team-session.ts';
import { sealJoins } from './joins.ts';
import type { PatternPlan } from './pattern-pool.ts';

/** Says yes to exactly this pattern, and seals which signals were joined in it for the other supervisors. */
export async function approveQuarter(
  session: TeamSession,
  plan: PatternPlan,
): Promise<{ ok: true } | { ok: false; code: string }> {
  const { quarter, contentHash, pool, placed } = plan;
  const joined = sealJoins(session, plan, plan.joined);
  if (!joined) return { ok: false, code: 'no_key' };
  return session.portal.request('pattern:approve', {
    ...{ quarter, joined, contentHash: Uint8Array.from(contentHash) },
    ...{ pool: Uint8Array.from(pool), placed: Uint8Array.from(placed) },
  });
}
