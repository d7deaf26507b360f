import type { Signal } from '../signal.ts';

/** One consented signal of a pattern release, with what joins it to others and never leaves. */
export type PoolSignal = {
  signal: Signal;
  /** Whose chat it was, and which counsellor's. */
  organisation: string;
  counsellor: string;
  /** "Same people as": signals of one group count as one source. */
  group: string;
};

/** Why a quarter waits: it goes on with the next one, from counts alone. */
export type PoolShortage = 'too_few_signals' | 'one_organisation' | 'too_few_counsellors';

/** The least that a pool must hold before anything of it may leave. */
export const LEAST_SIGNALS = 20;
export const LEAST_ORGANISATIONS = 2;
const LEAST_COUNSELLORS = 3;

/** What a pool lacks before anything of it may be looked at (signals.md, pattern release 1). */
export function shortagesOf(pool: readonly PoolSignal[]): PoolShortage[] {
  const found: PoolShortage[] = [];
  if (pool.length < LEAST_SIGNALS) found.push('too_few_signals');
  if (new Set(pool.map((one) => one.organisation)).size < LEAST_ORGANISATIONS)
    found.push('one_organisation');
  if (new Set(pool.map((one) => one.counsellor)).size < LEAST_COUNSELLORS)
    found.push('too_few_counsellors');
  return found;
}
