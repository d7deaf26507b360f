import type { LogEntry } from './entries.ts';

/** What stands before an entry: a new day, and whether it goes on from the one before. */
export type Placed = { entry: LogEntry; newDay: boolean; joined: boolean };

/** Messages of one side within so many minutes belong together. */
const TOGETHER_MINUTES = 2;

const dayOf = (minute: number): string => new Date(minute * 60_000).toDateString();

/**
 * Groups what one side said in one go, and finds where a day ends, by the clock of this device. A
 * message without a time belongs to the day it stands in.
 */
export function placed(entries: readonly LogEntry[]): Placed[] {
  let lastMinute = 0;
  return entries.map((entry, i): Placed => {
    if (entry.kind !== 'message') return { entry, newDay: false, joined: false };
    const { minute, from } = entry;
    const newDay = minute > 0 && lastMinute > 0 && dayOf(minute) !== dayOf(lastMinute);
    const before = entries[i - 1];
    const close = minute > 0 && minute - lastMinute <= TOGETHER_MINUTES;
    const joined = !newDay && close && before?.kind === 'message' && before.from === from;
    if (minute > 0) lastMinute = minute;
    return { entry, newDay, joined };
  });
}
