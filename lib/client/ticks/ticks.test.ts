import { describe, expect, it } from 'vitest';
import { raise, tickOf } from './ticks.ts';

describe('a tick', () => {
  it('rests on the server only as far as "sent"', () => {
    const marks = { delivered: 5, read: 3 };
    expect(tickOf(null, marks)).toBe('waiting');
    expect(tickOf(5, marks)).toBe('sent');
    expect(tickOf(4, marks)).toBe('delivered');
    expect(tickOf(2, marks)).toBe('read');
  });

  it('is never taken back by an older word', () => {
    const marks = raise({ delivered: 7, read: 6 }, { delivered: 3, read: 2 });
    expect(marks).toEqual({ delivered: 7, read: 6 });
  });

  it('counts what was read as delivered', () => {
    expect(raise({ delivered: 1, read: 0 }, { read: 4 })).toEqual({ delivered: 4, read: 4 });
  });
});
