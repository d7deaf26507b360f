import { describe, expect, it } from 'vitest';
import { noMarks, raise, tickOf } from './ticks.ts';

describe('a tick', () => {
  it('rests on the server only as far as "sent"', () => {
    const marks = { delivered: 5, read: 3, earlier: [] };
    expect(tickOf(null, marks)).toBe('waiting');
    expect(tickOf(5, marks)).toBe('sent');
    expect(tickOf(4, marks)).toBe('delivered');
    expect(tickOf(3, marks)).toBe('delivered');
    expect(tickOf(2, marks)).toBe('read');
  });

  it('is never taken back by an older word', () => {
    const marks = raise({ ...noMarks, delivered: 7, read: 6 }, { delivered: 3, read: 2 });
    expect(marks).toEqual({ delivered: 7, read: 6, earlier: [] });
  });

  it('counts what was read as delivered', () => {
    const marks = raise({ ...noMarks, delivered: 1 }, { read: 4 });
    expect(marks).toEqual({ delivered: 4, read: 4, earlier: [] });
  });

  it('of a session before a repair stays as the other side left it', () => {
    const before = raise(noMarks, { delivered: 5, read: 3 });
    const after = raise(before, { delivered: 0x10002, read: 0x10000 });
    expect([2, 4, 5].map((seq) => tickOf(seq, after))).toEqual(['read', 'delivered', 'sent']);
    expect(tickOf(0x10001, after)).toBe('delivered');
    expect(tickOf(0x10002, after)).toBe('sent');
    // A late word of the old session, and one of a session that said nothing yet.
    expect(raise(after, { delivered: 9 })).toEqual(after);
    expect(tickOf(0x20000, after)).toBe('sent');
  });
});
