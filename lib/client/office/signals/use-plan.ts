import { useMemo } from 'react';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { isTooLarge, type PatternPlan, planOf } from './pattern-pool.ts';
import type { Computing } from './use-pattern.ts';

/** What would leave today of the pool as it was computed; null where nothing may. */
export function usePlan(session: TeamSession, state: Computing): PatternPlan | null {
  const settings = session.settings();
  const today = dayOf(session.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: an agreement may have been changed, or be over
  return useMemo(
    () =>
      state.kind === 'done' && state.release.ok && !isTooLarge(state.pool)
        ? planOf(session, state.pool, state.release)
        : null,
    [session, state, settings, today],
  );
}
