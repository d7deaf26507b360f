import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ask, askedAgain } from './chats.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection whose server gives these answers, one after the other, and the last one for ever. */
function connection(...codes: ('ok' | string)[]) {
  const requests: object[] = [];
  const emit = (_: string, request: object, answered: (answer: object) => void) => {
    const code = codes[Math.min(requests.length, codes.length - 1)];
    requests.push(request);
    answered(code === 'ok' ? { ok: true } : { ok: false, code });
  };
  return { requests, socket: { emit } as unknown as Socket };
}

async function outcome(answering: Promise<unknown>): Promise<string> {
  const settled = answering.then(() => 'answered', String);
  await vi.runAllTimersAsync();
  return settled;
}

it('after a stall the same bytes are sent again, and that is counted', async () => {
  const { socket, requests } = connection('unavailable', 'unavailable', 'ok');
  const request = { n: 1 };
  const before = askedAgain();
  expect(await outcome(ask(socket, 'conversation:send', request))).toBe('answered');
  expect(requests).toEqual([request, request, request]);
  expect(askedAgain() - before).toBe(2);
});

it('what was stored although nobody was told is done', async () => {
  const { socket } = connection('unavailable', 'stale');
  expect(await outcome(ask(socket, 'conversation:send', {}))).toBe('answered');
});

it('any other refusal ends the bench, and so does a server that never answers', async () => {
  for (const code of ['stale', 'too_many', 'unavailable']) {
    const refused = await outcome(ask(connection(code).socket, 'conversation:send', {}));
    expect(refused).toBe(`Error: conversation:send was answered ${code}`);
  }
});
