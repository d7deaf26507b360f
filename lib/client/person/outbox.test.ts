import { expect, it } from 'vitest';
import type { Code } from '#lib/protocol/codes.ts';
import { createOutbox } from './outbox.ts';
import { settled, testClock } from './test-relay.ts';

function parcel(answers: ('ok' | Code)[], log: string[], name: string) {
  return {
    send: async () => {
      log.push(`send ${name}`);
      const answer = answers.shift() ?? 'ok';
      return answer === 'ok' ? ({ ok: true } as const) : ({ ok: false, code: answer } as const);
    },
    stored: () => void log.push(`stored ${name}`),
    refused: (code: Code) => void log.push(`${code} ${name}`),
  };
}

const means = ({ later }: ReturnType<typeof testClock>, log: string[]) => ({
  later,
  onDetached: () => void log.push('attach'),
  onStuck: (stuck: boolean) => void log.push(stuck ? 'stuck' : 'goes on'),
});

it('sends one at a time and in order, waits while the line is not ready', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.add(parcel([], log, 'a'));
  outbox.add(parcel([], log, 'b'));
  await settled();
  expect(log).toEqual([]);
  outbox.setReady(true);
  await settled();
  expect(log).toEqual(['send a', 'stored a', 'send b', 'stored b']);
});

it('sends the same parcel again after a lost answer or when it was too fast, never the next one first', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.setReady(true);
  outbox.add(parcel(['unavailable', 'too_many'], log, 'a'));
  outbox.add(parcel([], log, 'b'));
  await clock.advance(5000);
  expect(log).toEqual(['send a', 'send a', 'send a', 'stored a', 'send b', 'stored b']);
});

it('drops what the server will never take, and goes on', async () => {
  const log: string[] = [];
  const outbox = createOutbox(means(testClock(), log));
  outbox.setReady(true);
  outbox.add(parcel(['closed'], log, 'a'));
  outbox.add(parcel([], log, 'b'));
  await settled();
  expect(log).toEqual(['send a', 'closed a', 'send b', 'stored b']);
});

it('asks to attach again when the server forgot the connection, and keeps the parcel', async () => {
  const log: string[] = [];
  const outbox = createOutbox(means(testClock(), log));
  outbox.setReady(true);
  outbox.add(parcel(['not_attached'], log, 'a'));
  await settled();
  expect(log).toEqual(['send a', 'attach']);
  outbox.setReady(true);
  await settled();
  expect(log).toEqual(['send a', 'attach', 'send a', 'stored a']);
});

it('sends nothing after it was stopped, not even on its way', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.setReady(true);
  outbox.add(parcel(['unavailable'], log, 'a'));
  await settled();
  outbox.stop();
  await clock.advance(5000);
  expect(log).toEqual(['send a']);
});

it('takes no answer that comes after it was stopped', async () => {
  const log: string[] = [];
  const outbox = createOutbox(means(testClock(), log));
  outbox.setReady(true);
  outbox.add(parcel([], log, 'a'));
  outbox.stop();
  await settled();
  expect(log).toEqual(['send a']);
});

it('goes on after an answer that nobody can read, and after one that nobody can use', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.setReady(true);
  const broken = parcel([], log, 'a');
  let sent = 0;
  outbox.add({
    ...broken,
    send: async () => {
      sent += 1;
      if (sent === 1) return null as never;
      if (sent === 2) throw new Error('lost');
      return broken.send();
    },
  });
  outbox.add({
    ...parcel([], log, 'b'),
    stored: () => {
      throw new Error('no view');
    },
  });
  outbox.add(parcel([], log, 'c'));
  await clock.advance(10_000);
  expect(sent).toBe(3);
  expect(log).toEqual(['send a', 'stored a', 'send b', 'send c', 'stored c']);
});

it('says within five seconds that nothing goes out although the server answers, and when it does again', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.setReady(true);
  const answers: ('ok' | Code)[] = Array.from({ length: 8 }, () => 'too_many');
  outbox.add(parcel(answers, log, 'a'));
  await clock.advance(2500);
  expect(log).not.toContain('stuck');
  await clock.advance(2000);
  expect(log).toContain('stuck');
  await clock.advance(10_000);
  expect(log.slice(-3)).toEqual(['send a', 'goes on', 'stored a']);
  outbox.add(parcel(['too_many'], log, 'b'));
  await clock.advance(10_000);
  expect(log.slice(-3)).toEqual(['send b', 'send b', 'stored b']);
});

it('says that it goes on also where what was stuck is refused in the end', async () => {
  const log: string[] = [];
  const clock = testClock();
  const outbox = createOutbox(means(clock, log));
  outbox.setReady(true);
  outbox.add(parcel(['too_many', 'too_many', 'too_many', 'too_many', 'closed'], log, 'a'));
  await clock.advance(10_000);
  expect(log.filter((line) => !line.startsWith('send'))).toEqual(['stuck', 'goes on', 'closed a']);
});
