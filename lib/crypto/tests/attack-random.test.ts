import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startIntake } from '../conversation/person.ts';
import type { Random } from '../primitives/random.ts';
import { mailboxId, orgId, prefs, teamId, teamKey } from './world.ts';

const tweetnacl = createRequire(import.meta.url).resolve('tweetnacl');

/** `random.ts` as it is, on the tweetnacl that a browser with this `crypto` would run. */
async function systemRandomWith(crypto: object | undefined): Promise<Random> {
  const module = { exports: {} };
  const load = compileFunction(readFileSync(tweetnacl, 'utf8'), ['self', 'module', 'require']);
  load({ crypto }, module, undefined);
  vi.resetModules();
  vi.doMock('tweetnacl', () => ({ default: module.exports }));
  return (await import('../primitives/random.ts')).systemRandom;
}

const throwing = {
  getRandomValues() {
    throw new Error('no entropy');
  },
};
const working = { getRandomValues: (bytes: Uint8Array) => bytes.fill(7) };

/** Weakened copy of `systemRandom`: goes on without a generator. */
const weak =
  (random: Random): Random =>
  (length) => {
    try {
      return random(length);
    } catch {
      return new Uint8Array(length);
    }
  };

const target = { orgId, teamId, epoch: 7, teamPublicKey: teamKey.keys.publicKey, mailboxId };
const begin = (random: Random) => startIntake(target, { content: prefs, minute: 0 }, random);

afterEach(() => vi.doUnmock('tweetnacl'));

describe('a browser without good randomness', () => {
  it('one that works is asked, and begins a chat', async () => {
    const random = await systemRandomWith(working);
    expect(random(32)).toEqual(new Uint8Array(32).fill(7));
    expect(begin(random).ok).toBe(true);
  });

  it.each([
    ['whose getRandomValues throws', throwing],
    ['without getRandomValues', {}],
    ['without WebCrypto', undefined],
  ])('%s begins nothing: no key is made of zeros', async (_, crypto) => {
    const random = await systemRandomWith(crypto);
    expect(weak(random)(32)).toEqual(new Uint8Array(32));
    expect(begin(weak(random)).ok).toBe(true);
    for (const length of [1, 24, 32]) expect(() => random(length)).toThrow();
    expect(() => begin(random)).toThrow();
  });
});
