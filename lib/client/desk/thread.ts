import { type Mark, noMarks, type PeerMarks, raise, type Tick, tickOf } from '../ticks/ticks.ts';

/** Things the desk says about a conversation, in its place between the messages. */
export type Notice =
  | 'taken'
  | 'screen_cleared'
  | 'message_missing'
  | 'message_unreadable'
  | 'repaired';

export type ThreadEntry =
  | { kind: 'message'; id: string; from: 'person'; text: string; minute: number; seq: number }
  | { kind: 'message'; id: string; from: 'us'; text: string; minute: number; seq: number | null }
  | { kind: 'notice'; id: string; notice: Notice };

/** What a conversation's screen shows: entries in order, and how far our own ones came. */
export type Thread = { entries: readonly ThreadEntry[]; marks: PeerMarks };

export const emptyThread: Thread = { entries: [], marks: noMarks };

/** A message of the person. `seq` is unique among theirs: the same one twice stands once. */
export function addTheirs(thread: Thread, seq: number, text: string, minute: number): Thread {
  const id = `p${seq}`;
  if (thread.entries.some((entry) => entry.id === id)) return thread;
  const entry = { kind: 'message', id, from: 'person', text, minute, seq } as const;
  return { ...thread, entries: [...thread.entries, entry] };
}

/**
 * An own message, shown before it is stored.
 * @param id stays the same when the message is stored, so that the screen does not redraw it
 */
export function addOwn(
  thread: Thread,
  id: string,
  text: string,
  minute: number,
  seq: number | null = null,
): Thread {
  const entry = { kind: 'message', id, from: 'us', text, minute, seq } as const;
  return { ...thread, entries: [...thread.entries, entry] };
}

/** The server answered: the own message `id` is stored as `seq`. */
export function markStored(thread: Thread, id: string, seq: number): Thread {
  const entries = thread.entries.map((entry) =>
    entry.kind === 'message' && entry.from === 'us' && entry.id === id ? { ...entry, seq } : entry,
  );
  return { ...thread, entries };
}

/** A notice at the end; the same one is not said twice in a row. */
export function addNotice(thread: Thread, notice: Notice): Thread {
  const last = thread.entries.at(-1);
  if (last?.kind === 'notice' && last.notice === notice) return thread;
  const entry = { kind: 'notice', id: `n${thread.entries.length}`, notice } as const;
  return { ...thread, entries: [...thread.entries, entry] };
}

/** What the person's side acknowledged. */
export function addMarks(thread: Thread, news: Partial<Mark>): Thread {
  return { ...thread, marks: raise(thread.marks, news) };
}

/** The tick beside an entry; null where none belongs. */
export function entryTick(thread: Thread, entry: ThreadEntry): Tick | null {
  return entry.kind === 'message' && entry.from === 'us' ? tickOf(entry.seq, thread.marks) : null;
}

/** The person's messages that stand above `seen` (a seq); what a badge counts. */
export function countUnread(thread: Thread, seen: number): number {
  return thread.entries.filter(
    (entry) => entry.kind === 'message' && entry.from === 'person' && entry.seq >= seen,
  ).length;
}
