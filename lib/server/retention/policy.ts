import { dayOf } from '../days.ts';

/** Whether the clock has passed midnight (UTC) since the last sweep; null when there was none yet. */
export function isSweepDue(lastDay: number | null, now: number): boolean {
  return lastDay === null || dayOf(now) > lastDay;
}
