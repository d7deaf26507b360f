import { coarserCode } from './less-exact.ts';
import type { Signal } from './signal.ts';

export const EXPLOITATION_GROUPS = ['sexual', 'labour', 'criminal', 'other'] as const;
export type ExploitationGroup = (typeof EXPLOITATION_GROUPS)[number];
export const MAJORITIES = ['minor', 'adult', 'unknown'] as const;
export type Majority = (typeof MAJORITIES)[number];

/** Which of four kinds; null where the person made it less exact than that, or left it out. */
export function groupOf(signal: Signal): ExploitationGroup | null {
  const code = signal.exploitation;
  if (code === undefined) return null;
  const coarse = isGroup(code) ? code : coarserCode('exploitation', code);
  return coarse !== null && isGroup(coarse) ? coarse : null;
}

const isGroup = (code: string): code is ExploitationGroup =>
  EXPLOITATION_GROUPS.some((group) => group === code);

/** Left out is unknown. */
export function majorityOf(signal: Signal): Majority {
  const band = signal.age_band;
  if (band === undefined || band === 'unknown') return 'unknown';
  if (band === 'minor' || band === 'adult') return band;
  return coarserCode('age_band', band) === 'minor' ? 'minor' : 'adult';
}
