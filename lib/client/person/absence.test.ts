import { expect, it } from 'vitest';
import { watchAbsence } from './absence.ts';
import { testClock } from './test-relay.ts';

function scene() {
  const clock = testClock();
  const said: boolean[] = [];
  const offered: boolean[] = [];
  const absence = watchAbsence(clock, (orphaned, mayMoveOn) => {
    said.push(orphaned);
    offered.push(mayMoveOn);
  });
  return { clock, said, offered, absence };
}

it('says after two minutes that a counsellor is gone, however often it is told', async () => {
  const { clock, said, absence } = scene();
  absence.told(false);
  await clock.advance(60_000);
  absence.told(false);
  await clock.advance(59_000);
  expect(said).toEqual([]);
  await clock.advance(1000);
  expect(said).toEqual([true]);
});

it('leaves a counsellor half a minute to come back to a server that was started anew', async () => {
  const { clock, said, absence } = scene();
  absence.told(false);
  await clock.advance(115_000);
  absence.told(false);
  await clock.advance(29_000);
  expect(said).toEqual([]);
  absence.told(true);
  await clock.advance(200_000);
  expect(said).toEqual([false]);
});

it('lets the person go on with somebody else after five minutes, and no longer once the first is back', async () => {
  const clock = testClock();
  let last: boolean | null = null;
  const absence = watchAbsence(clock, (_, mayMoveOn) => {
    last = mayMoveOn;
  });
  absence.told(false);
  await clock.advance(299_000);
  expect(last).toBe(false);
  await clock.advance(1000);
  expect(last).toBe(true);
  absence.told(true);
  expect(last).toBe(false);
});

it('keeps offering somebody else after a lost line of our own', async () => {
  const { clock, offered, absence } = scene();
  absence.told(false);
  await clock.advance(300_000);
  expect(offered).toEqual([false, true]);
  absence.told(false);
  await clock.advance(60_000);
  expect(offered.slice(2)).not.toContain(false);
});

it('gives whoever came back in between the whole time again', async () => {
  const { clock, said, absence } = scene();
  absence.told(false);
  await clock.advance(119_000);
  absence.told(true);
  absence.told(false);
  await clock.advance(119_000);
  expect(said).toEqual([false]);
  await clock.advance(1000);
  expect(said).toEqual([false, true]);
});

it('makes nobody wait for a clock that was set back', async () => {
  const clock = testClock();
  let setBack = 0;
  const said: boolean[] = [];
  const means = { ...clock, now: () => clock.now() - setBack };
  const absence = watchAbsence(means, (orphaned) => said.push(orphaned));
  absence.told(false);
  setBack = 3_600_000;
  absence.told(false);
  await clock.advance(120_000);
  expect(said).toEqual([true]);
});
