import { expect, it } from 'vitest';
import { testClock } from '../person/test-relay.ts';
import { watchLine } from './line-watch.ts';

function watched(isWatched = () => true) {
  const clock = testClock();
  const log: string[] = [];
  const watch = watchLine({
    ...clock,
    isWatched,
    beat: () => log.push('beat'),
    onSilent: () => log.push('silent'),
    onHeard: () => log.push('heard'),
    drop: () => log.push('drop'),
  });
  watch.start();
  return { clock, log, watch };
}

it('says within five seconds that nothing gets through, and gives the line up later', async () => {
  const { clock, log } = watched();
  await clock.advance(5000);
  expect(log).toEqual(['beat', 'silent']);
  await clock.advance(60_000);
  expect(log).toEqual(['beat', 'silent', 'drop']);
});

it('asks for nothing while something is heard anyway', async () => {
  const { clock, log, watch } = watched();
  for (let i = 0; i < 20; i++) {
    await clock.advance(1500);
    watch.heard();
  }
  expect(log).toEqual([]);
});

it('asks once for each silence, and is content with an answer', async () => {
  const { clock, log, watch } = watched();
  for (let i = 0; i < 3; i++) {
    await clock.advance(2600);
    watch.heard();
  }
  expect(log).toEqual(['beat', 'beat', 'beat']);
});

it('takes it back when a slow line answers after all', async () => {
  const { clock, log, watch } = watched();
  await clock.advance(6000);
  watch.heard();
  expect(log).toEqual(['beat', 'silent', 'heard']);
});

it('costs nothing while nobody looks, and looks again afterwards', async () => {
  let looking = false;
  const { clock, log } = watched(() => looking);
  await clock.advance(3_600_000);
  expect(log).toEqual([]);
  looking = true;
  await clock.advance(5500);
  expect(log).toEqual(['beat', 'silent']);
});
