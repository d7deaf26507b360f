import { afterEach, describe, expect, it, vi } from 'vitest';
import { newReturnCode, returnCodeKeys } from '../coming-back/return-code.ts';
import {
  type Argon2,
  argon2,
  argon2Twice,
  passesSelfTest,
  plainArgon2,
  trustedArgon2,
  UnreliableArgon2,
  wasmArgon2,
} from '../primitives/argon2.ts';
import { toHex, utf8 } from '../primitives/bytes.ts';
import { seeded } from './world.ts';

const random = seeded('argon2');
const CHEAP = { memoryKiB: 64, iterations: 1, length: 32 };
const password = utf8('seven words of the house list');
const salt = random(16);
const site = random(16);

/** Browsers that were seen: zeros without an error, wrong output, zeros above some memory. */
const zeros: Argon2 = async (_p, _s, cost) => new Uint8Array(cost.length);
const wrong: Argon2 = async (p, s, cost) => plainArgon2(p, s, { ...cost, iterations: 2 });
const failing: Argon2 = async () => {
  throw new Error('out of memory');
};
const zerosWhenLarge: Argon2 = async (p, s, cost) =>
  cost.memoryKiB > 32 ? new Uint8Array(cost.length) : plainArgon2(p, s, cost);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an Argon2 that cannot be trusted', () => {
  it('is noticed by its known answer', async () => {
    for (const honest of [wasmArgon2, plainArgon2]) expect(await passesSelfTest(honest)).toBe(true);
    for (const broken of [zeros, wrong, failing]) expect(await passesSelfTest(broken)).toBe(false);
    // This is why a new code is computed twice.
    expect(await passesSelfTest(zerosWhenLarge)).toBe(true);
  });

  it('gives no code: nothing is shown that would be lost or guessable', async () => {
    const code = newReturnCode(random);
    for (const broken of [zeros, wrong, failing]) {
      const run: typeof argon2 = (p, s, cost, progress) =>
        argon2Twice(p, s, cost, progress, [broken]);
      await expect(returnCodeKeys(code, site, undefined, run)).rejects.toThrow(UnreliableArgon2);
      await expect(argon2(password, salt, CHEAP, undefined, [broken])).rejects.toThrow(
        UnreliableArgon2,
      );
    }
    // Weakened copy: without the self-test, zeros open the same capsule for everybody.
    const weak = async (c: Uint8Array) => toHex((await zeros(c, salt, CHEAP)) as Uint8Array);
    expect(await weak(newReturnCode(random))).toBe(await weak(newReturnCode(random)));
  });

  it('that lies only at full cost is noticed when a code is made', async () => {
    const both = [zerosWhenLarge, plainArgon2];
    await expect(argon2Twice(password, salt, CHEAP, undefined, both)).rejects.toThrow(
      UnreliableArgon2,
    );
    expect(await argon2Twice(password, salt, CHEAP, undefined, [zeros, plainArgon2])).toEqual(
      await plainArgon2(password, salt, CHEAP),
    );
  });

  it('both implementations agree, and a run twice is the run', async () => {
    const once = await argon2(password, salt, CHEAP);
    expect(await argon2Twice(password, salt, CHEAP)).toEqual(once);
    expect((await trustedArgon2()).length).toBe(2);
  });
});

describe('without WebAssembly (Tor “Safer”, iOS Lockdown)', () => {
  it('the plain implementation takes over, and tells how far it is', async () => {
    const expectedKey = toHex(await argon2(password, salt, CHEAP));
    vi.stubGlobal('WebAssembly', undefined);
    await expect(wasmArgon2(password, salt, CHEAP)).rejects.toThrow();
    expect((await trustedArgon2()).length).toBe(1);
    const seen: number[] = [];
    const key = await argon2(password, salt, CHEAP, (fraction) => seen.push(fraction));
    expect(toHex(key)).toBe(expectedKey);
    expect(seen.at(-1)).toBe(1);
    expect(toHex(await argon2Twice(password, salt, CHEAP))).toBe(expectedKey);
  });
});
