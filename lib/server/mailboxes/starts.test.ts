import { expect, test } from 'vitest';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';
import { fromBase64url, toBase64url } from '../credentials/tokens.ts';
import { createStarts, workBits } from './starts.ts';
import { createWaitingPlaces, waitingPerPlace } from './waiting-places.ts';

/** @returns starts of a house whose clock the test moves */
function crowd(starts: number) {
  const clock = { now: 1_000_000 };
  const house = createStarts(() => clock.now);
  for (let i = 0; i < starts; i += 1) house.count();
  return { clock, house };
}

function solved(house: ReturnType<typeof createStarts>) {
  const asked = house.admit(undefined);
  if (asked.kind !== 'asked') throw new Error('nothing was asked for');
  const { challenge, bits } = asked.offer;
  return { challenge, nonce: toBase64url(solveWork(fromBase64url(challenge), bits)) };
}

test('below thirty in a minute nobody works; then it gets harder, up to 17 bits', () => {
  const bits = Array.from({ length: 1000 }, (_, starts) => workBits(starts));
  expect(new Set(bits.slice(0, 30))).toEqual(new Set([0]));
  expect(bits[30]).toBeGreaterThan(0);
  expect(bits).toEqual([...bits].sort((a, b) => a - b));
  expect(bits.at(-1)).toBe(17);
});

test('a minute later nobody works any more', () => {
  const { clock, house } = crowd(30);
  expect(house.admit(undefined).kind).toBe('asked');
  clock.now += 60_000;
  expect(house.admit(undefined).kind).toBe('unasked');
});

test('after abuse every new chat works for ten minutes, little, and nobody is refused', () => {
  const { clock, house } = crowd(1);
  house.slow();
  clock.now += 9 * 60_000;
  expect(house.admit(null).kind).toBe('behind');
  expect(house.admit(undefined)).toMatchObject({ kind: 'asked', offer: { bits: 14 } });
  expect(house.admit(solved(house)).kind).toBe('solved');
  clock.now += 2 * 60_000;
  expect(house.admit(undefined).kind).toBe('unasked');
});

test('a solution serves once and for five minutes, and nobody who found none is refused', () => {
  const { clock, house } = crowd(30);
  const work = solved(house);
  expect(house.admit(work).kind).toBe('solved');
  expect(house.admit(work).kind).toBe('asked');
  const late = solved(house);
  clock.now += 5 * 60_000 + 1000;
  for (let i = 0; i < 30; i += 1) house.count();
  expect(house.admit(late).kind).toBe('asked');
  expect(house.admit(null).kind).toBe('behind');
});

test('a chat whose page is gone is known to no place, and still counts for its own', () => {
  const isHere = () => true;
  const places = createWaitingPlaces(() => 0);
  for (let i = 0; i < waitingPerPlace; i += 1)
    places.reserve('203.0.113.7', isHere)?.keep(`chat ${i}`);
  expect(places.reserve('203.0.113.7', isHere)).toBeNull();
  places.forget('chat 0');
  places.over('chat 0');
  expect(places.reserve('203.0.113.7', isHere)).toBeNull();
  places.over('chat 1');
  places.over('chat 1');
  expect(places.reserve('203.0.113.7', isHere)).not.toBeNull();
  expect(places.reserve('203.0.113.7', isHere)).toBeNull();
});
