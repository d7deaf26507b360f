import { expect, it } from 'vitest';
import { settled, testClock } from '../person/test-relay.ts';
import { createStore } from '../store.ts';
import { noAcks } from '../ticks/ack-schedule.ts';
import type { ChatState } from './chat-state.ts';
import type { DeskContext } from './desk-context.ts';
import { createRunner } from './runner.ts';

const quiet = {
  ...{ held: {}, presence: 'here', phase: 'open', alarm: 'locked', closedBy: null },
  ...{ inbox: [], outbox: [], acks: noAcks, typing: { wanted: false, last: null } },
} as unknown as ChatState;

it.each([0, 1, 2, 3, 4, 5])(
  'hears whoever wakes it %i moments after it had nothing to do',
  async (moments) => {
    const store = createStore(quiet);
    const ask = async () => ({ ok: true });
    const runner = createRunner({ ...testClock(), ask } as unknown as DeskContext, store);
    runner.wake();
    for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
    store.set({ ...quiet, phase: 'ending' });
    runner.wake();
    await settled();
    expect(store.getSnapshot().phase).toBe('ended');
  },
);

it('tries again after something on this device failed, and does not stand still for good', async () => {
  const clock = testClock();
  const store = createStore<ChatState>({ ...quiet, phase: 'ending' });
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (asked === 1) throw new Error('out of memory');
    return { ok: true };
  };
  createRunner({ ...clock, ask } as unknown as DeskContext, store).wake();
  await settled();
  expect(store.getSnapshot().phase).toBe('ending');
  await clock.advance(5000);
  expect([store.getSnapshot().phase, asked, clock.pending()]).toEqual(['ended', 2, 0]);
});
