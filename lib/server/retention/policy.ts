import { dayOf } from '../days.ts';

/** Whether the clock has passed midnight (UTC) since the last sweep; null when there was none yet. */
export function isSweepDue(lastDay: number | null, now: number): boolean {
  return lastDay === null || dayOf(now) > lastDay;
}

const quietMilliseconds = 60_000;
const latestHour = 2;

/**
 * Whether to take what was deleted off the disk now. It locks each table for a moment, so it waits for a
 * minute in which nobody wrote; where there is none, it is done in the night after, at two o'clock (UTC).
 * @param times `lastDay` of the last erasure, in days; the others in ms
 */
export function isErasureDue(times: {
  isWanted: boolean;
  lastDay: number;
  lastEvent: number;
  now: number;
}): boolean {
  const { isWanted, lastDay, lastEvent, now } = times;
  const isNewDay = dayOf(now) > lastDay;
  if (!isWanted && !isNewDay) return false;
  const isQuiet = now - lastEvent >= quietMilliseconds;
  return isQuiet || (isNewDay && new Date(now).getUTCHours() >= latestHour);
}
