import { expect, it } from 'vitest';
import { settled, testClock } from '../person/test-relay.ts';
import { createStore } from '../store.ts';
import { noAcks } from '../ticks/ack-schedule.ts';
import type { ChatState } from './chat-state.ts';
import type { DeskContext } from './desk-context.ts';
import { createRunner } from './runner.ts';

it('tries again after something on this device failed, and does not stand still for good', async () => {
  const clock = testClock();
  const store = createStore({
    ...{ held: {}, presence: 'here', phase: 'ending', alarm: 'locked', closedBy: null },
    ...{ inbox: [], outbox: [], acks: noAcks, typing: { wanted: false, last: null } },
  } as unknown as ChatState);
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
