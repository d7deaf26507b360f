import { expect, test } from 'vitest';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';
import { createAttempts, delaySeconds } from './attempts.ts';
import { decoyAccount } from './decoy-account.ts';
import { sameBytes } from './tokens.ts';
import { createWorkChallenges } from './work-challenges.ts';

test('after four failures each one doubles the wait, up to five minutes', () => {
  const delays = Array.from({ length: 16 }, (_, i) => delaySeconds(i));
  expect(delays).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('many attempts at once count before the first of them is answered', () => {
  const attempts = createAttempts(() => 1000);
  const waits = Array.from({ length: 8 }, () => attempts.begin('anna'));
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
});

test('an attempt during the wait does not lengthen it', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  for (let i = 0; i < 20; i += 1) attempts.begin('anna');
  now = 1000;
  expect(attempts.begin('anna')).toBe(0);
});

test('a solution serves once, however its challenge is written', () => {
  const challenges = createWorkChallenges(() => 0);
  const { challenge, bits } = challenges.offer(16);
  const bytes = Uint8Array.from(Buffer.from(challenge, 'base64url'));
  const nonce = Buffer.from(solveWork(bytes, bits)).toString('base64url');
  // Four bits of the last of 22 characters decode to nothing.
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const twins = [...letters].map((last) => challenge.slice(0, -1) + last);
  const same = twins.filter((twin) => Buffer.from(twin, 'base64url').equals(Buffer.from(bytes)));
  expect(same).toHaveLength(16);
  expect(challenges.accept({ challenge, nonce })).toBe(true);
  for (const twin of same) expect(challenges.accept({ challenge: twin, nonce })).toBe(false);
});

test('only what we offered serves, as hard as we offered it, and for five minutes', () => {
  const clock = { now: 0 };
  const challenges = createWorkChallenges(() => clock.now);
  const solved = (bytes: Buffer, bits: number) => ({
    challenge: bytes.toString('base64url'),
    nonce: Buffer.from(solveWork(Uint8Array.from(bytes), bits)).toString('base64url'),
  });
  const offered = (from = challenges) => Buffer.from(from.offer(8).challenge, 'base64url');
  expect(challenges.accept(solved(offered(createWorkChallenges(() => 0)), 8))).toBe(false);
  const easier = offered();
  easier.writeUInt8(easier.readUInt8(7) & 0xe0, 7);
  expect(challenges.accept(solved(easier, 0))).toBe(false);
  const [soon, late] = [solved(offered(), 8), solved(offered(), 8)];
  clock.now = 5 * 60_000 - 1;
  expect(challenges.accept(soon)).toBe(true);
  clock.now = 5 * 60_000;
  expect(challenges.accept(late)).toBe(false);
});

test('a right password without its six digits is no failure, and no way around the wait', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  for (let i = 0; i < 50; i += 1) {
    expect(attempts.begin('anna')).toBe(0);
    attempts.takeBack('anna');
  }
  for (let i = 0; i < 5; i += 1) attempts.begin('anna');
  now = 1000;
  expect(attempts.begin('anna')).toBe(0);
  attempts.takeBack('anna');
  expect(attempts.begin('anna')).toBe(0);
  expect(attempts.begin('anna')).toBe(2);
});

test('failures are forgotten after a day', () => {
  let now = 0;
  const attempts = createAttempts(() => now);
  for (let i = 0; i < 5; i += 1) attempts.begin('anna');
  now = 25 * 3_600_000;
  attempts.begin('bram');
  for (let i = 0; i < 4; i += 1) expect(attempts.begin('anna')).toBe(0);
});

test('a decoy is the same for a name every time and differs between names and installations', () => {
  const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  expect(decoyAccount(one, 'anna')).toEqual(decoyAccount(one, 'anna'));
  expect(decoyAccount(one, 'anna').memberId).toMatch(/^[0-9a-f]{32}$/);
  expect(decoyAccount(one, 'anna').salt).toHaveLength(16);
  expect(decoyAccount(one, 'anna').salt).not.toEqual(decoyAccount(one, 'bram').salt);
  expect(decoyAccount(one, 'anna').salt).not.toEqual(decoyAccount(two, 'anna').salt);
});

test('secrets of different length are different, without an error', () => {
  expect(sameBytes(new Uint8Array(3), new Uint8Array(4))).toBe(false);
  expect(sameBytes(new Uint8Array(3), new Uint8Array(3))).toBe(true);
});
