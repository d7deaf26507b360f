import { expect, test } from 'vitest';
import type { StartWork } from '#lib/protocol/help-events.ts';
import { openPersonChat } from './conversation.ts';
import { withStartWork } from './start-work.ts';
import { target, testMeans, testRelay } from './test-relay.ts';
import { prefs } from './test-talk.ts';

const asks = {
  ok: false,
  code: 'work_needed',
  challenge: 'AAAAAAAAAAAAAAAAAAAAAA',
  bits: 12,
} as const;
const waits = {
  ok: true,
  state: 'waiting',
  place: 1,
  counsellorPresent: false,
  attendance: 'here',
  frames: [],
} as const;
const found: StartWork = { challenge: asks.challenge, nonce: 'AAAAAAAAAAA' };

/** A server that wants work, and a phone that needs `took` ms for each attempt. */
function story(took: number, accepts: (work: StartWork | null | undefined) => boolean) {
  const clock = { now: 0 };
  const sent: (StartWork | null | undefined)[] = [];
  const given: number[] = [];
  const start = withStartWork(
    {
      now: () => clock.now,
      async prove(_offer, ms) {
        given.push(ms);
        clock.now += Math.min(took, ms);
        return took > ms ? null : found;
      },
    },
    new AbortController().signal,
    async (work) => {
      sent.push(work);
      return accepts(work) ? { ...waits, frames: [] } : asks;
    },
  );
  return { start, sent, given };
}

test('nobody works who is not asked to', async () => {
  const { start, sent } = story(1, () => true);
  expect(await start()).toMatchObject({ ok: true });
  expect(sent).toEqual([undefined]);
});

test('what was asked for is sent with the same request', async () => {
  const { start, sent } = story(3000, (work) => work === found);
  expect(await start()).toMatchObject({ ok: true });
  expect(sent).toEqual([undefined, found]);
});

test('after twenty seconds it goes without: slower, never refused', async () => {
  const { start, sent, given } = story(60_000, (work) => work === null);
  expect(await start()).toMatchObject({ ok: true });
  expect(sent).toEqual([undefined, null]);
  expect(given).toEqual([20_000]);
});

test('a server that takes no solution does not keep anybody for longer than that', async () => {
  const { start, sent, given } = story(9000, (work) => work === null);
  expect(await start()).toMatchObject({ ok: true });
  expect(sent).toEqual([undefined, found, found, null]);
  expect(given).toEqual([20_000, 11_000, 2000]);
});

test('a chat that is wanted no more stops the work', async () => {
  const relay = testRelay();
  const { means } = testMeans(relay, 'works');
  const signals: AbortSignal[] = [];
  const chat = openPersonChat(target, prefs, {
    ...means,
    portal: { ...relay.portal, request: async () => asks as never },
    prove: (_offer, _ms, signal) => {
      signals.push(signal);
      return new Promise(() => {});
    },
  });
  await relay.connect(true);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  chat.closeSocket();
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
