import { expect, it } from 'vitest';
import { testClock } from '../person/test-relay.ts';
import { watchAnswers } from './answer-watch.ts';

function watched() {
  const clock = testClock();
  const log: boolean[] = [];
  const watch = watchAnswers({ ...clock, onUseless: (useless) => log.push(useless) });
  const answered = (code: string | null) => watch.answered(code, clock.now());
  return { clock, log, watch, answered };
}

it('says within five seconds that nothing can be done, once, and when it can be again', async () => {
  const { clock, log, answered } = watched();
  for (let i = 0; i < 8; i += 1) {
    answered('unavailable');
    await clock.advance(1000);
    expect(log).toEqual(i < 3 ? [] : [true]);
  }
  answered(null);
  expect(log).toEqual([true, false]);
});

it('says nothing of one that failed when the next one did not', async () => {
  const { clock, log, answered } = watched();
  answered('unavailable');
  await clock.advance(1000);
  answered('stale');
  await clock.advance(60_000);
  expect(log).toEqual([]);
});

it('is not calmed by an answer to what was asked before', async () => {
  const { clock, log, answered, watch } = watched();
  const before = clock.now();
  await clock.advance(100);
  answered('unavailable');
  watch.answered(null, before);
  await clock.advance(4000);
  expect(log).toEqual([true]);
});

it('is silent about a connection that is gone', async () => {
  const { clock, log, answered, watch } = watched();
  answered('unavailable');
  watch.stop();
  await clock.advance(60_000);
  expect(log).toEqual([]);
});
