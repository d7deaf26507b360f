import { describe, expect, it } from 'vitest';
import { noAcks, owe } from '../ticks/ack-schedule.ts';
import type { ChatState } from './chat-state.ts';
import { withPresence, withShown, withTyping } from './intents.ts';
import { nextWork } from './work.ts';

// Only what the decisions look at; the cryptography has its own tests.
const calm = {
  held: {},
  presence: 'here',
  phase: 'open',
  alarm: null,
  inbox: [],
  outbox: [],
  acks: noAcks,
  typing: { wanted: false, last: null },
} as unknown as ChatState;
const frame = { blob: new Uint8Array(64) } as ChatState['inbox'][number];
const item = { id: 'a', text: 'hi', minute: 0 };
const typeOf = (change: Partial<ChatState>, now = 0) =>
  nextWork({ ...calm, ...change }, now)?.type ?? null;

describe('what a conversation does next', () => {
  it('receives before it sends, so that what it sends acknowledges', () => {
    expect(typeOf({ inbox: [frame], outbox: [item] })).toBe('receive');
    expect(typeOf({ outbox: [item] })).toBe('send');
  });

  it('answers somebody who writes without a pause: never receives twice before a text that waits', () => {
    const busy = { ...calm, inbox: [frame], outbox: [item] };
    expect(nextWork(busy, 0, 'receive')?.type).toBe('send');
    expect(nextWork(busy, 0, 'send')?.type).toBe('receive');
    expect(nextWork({ ...busy, phase: 'ended' }, 0, 'receive')?.type).toBe('receive');
  });

  it('clears their screen before anything else is sent or read', () => {
    const wanted = { clearing: true, inbox: [frame], outbox: [item] };
    expect(typeOf(wanted)).toBe('clear');
    expect(typeOf({ ...wanted, phase: 'ended', outbox: [] })).toBe('receive');
    expect(typeOf({ ...wanted, alarm: 'locked' })).toBeNull();
  });

  it('ends only behind what is still to be sent', () => {
    expect(typeOf({ phase: 'ending', outbox: [item] })).toBe('send');
    expect(typeOf({ phase: 'ending' })).toBe('end');
  });

  it('fetches last words after the end, and says nothing more', () => {
    expect(typeOf({ phase: 'ended', inbox: [frame] })).toBe('receive');
    expect(typeOf({ phase: 'ended', outbox: [item], acks: owe(noAcks, 0) }, 9999)).toBeNull();
  });

  it('does nothing under an alarm, but can end the chat, without a word', () => {
    for (const alarm of ['rollback', 'locked', 'quarantine'] as const) {
      expect(typeOf({ alarm, inbox: [frame], outbox: [item] })).toBeNull();
    }
    for (const alarm of ['rollback', 'locked', 'quarantine'] as const)
      expect(typeOf({ alarm, phase: 'ending', inbox: [frame], outbox: [item] })).toBe('close');
  });
});

describe('a typing sign', () => {
  it('is not sent later when the person goes away before it could leave', () => {
    const typing = { wanted: true, last: null };
    const away = withPresence({ ...calm, typing }, 'away');
    expect(nextWork(away, 0)).toBeNull();
    expect(nextWork(withPresence(away, 'here'), 0)).toBeNull();
  });

  const typed = (change: Partial<ChatState>, now: number) =>
    withTyping({ ...calm, ...change }, now).typing.wanted;

  it('is not sent while the person is away: their phone may be in other hands', () => {
    expect(typed({}, 0)).toBe(true);
    expect(typed({ presence: 'away' }, 0)).toBe(false);
    expect(typed({ presence: 'left' }, 0)).toBe(false);
  });

  it('is sent at most once in five seconds', () => {
    const typing = { wanted: false, last: 1000 };
    expect(typed({ typing }, 5999)).toBe(false);
    // The clock was set back since.
    expect(typed({ typing }, 900)).toBe(true);
    expect(typed({ typing }, 6000)).toBe(true);
  });
});

describe('what was shown', () => {
  it.each(['open', 'ending', 'ended'] as const)(
    'is noted once while %s: looking again at the same screen changes nothing',
    (phase) => {
      const held = { session: { core: { ack: 7 } } } as unknown as ChatState['held'];
      const first = withShown({ ...calm, phase, held, seen: 3 }, 0);
      expect(first.seen).toBe(7);
      expect(withShown(first, 1000)).toBe(first);
    },
  );
});
