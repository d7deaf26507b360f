import { describe, expect, it } from 'vitest';
import {
  addMarks,
  addNotice,
  addOwn,
  addTheirs,
  countUnread,
  emptyThread,
  entryTick,
  markStored,
} from './thread.ts';

describe('a thread', () => {
  it('shows a message of the person once, however often it comes', () => {
    const once = addTheirs(emptyThread, 4, 'hello', 0);
    expect(addTheirs(once, 4, 'hello', 0)).toBe(once);
  });

  it('shows an own message at once, and the same line when it is stored', () => {
    const waiting = addOwn(emptyThread, 'a', 'hi', 0);
    const stored = markStored(waiting, 'a', 2);
    const ticks = [waiting, stored, addMarks(stored, { delivered: 3 })].map((thread) =>
      thread.entries.map((entry) => [entry.id, entryTick(thread, entry)]),
    );
    expect(ticks).toEqual([[['a', 'waiting']], [['a', 'sent']], [['a', 'delivered']]]);
  });

  it('says the same notice once in a row', () => {
    const said = addNotice(emptyThread, 'message_unreadable');
    expect(addNotice(said, 'message_unreadable')).toBe(said);
  });

  it('counts as unread what the person wrote and nobody saw', () => {
    const thread = addOwn(addTheirs(addTheirs(emptyThread, 1, 'a', 0), 2, 'b', 0), 'x', 'c', 0);
    expect([0, 2, 3].map((seen) => countUnread(thread, seen))).toEqual([2, 1, 0]);
  });
});
