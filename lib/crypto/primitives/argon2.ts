import { argon2idAsync } from '@noble/hashes/argon2.js';
import { argon2id as argon2idWasm } from 'hash-wasm';
import { equalBytes, fromHex, utf8 } from './bytes.ts';

/** Cost and output length of one Argon2id call (RFC 9106); parallelism is always 1. */
export type Argon2Cost = {
  memoryKiB: number;
  iterations: number;
  /** bytes */
  length: number;
};

/**
 * Argon2id version 1.3. Slow on purpose: call it from a Web Worker.
 * @param onProgress fraction done, 0 to 1; only the implementation without WebAssembly tells
 */
export type Argon2 = (
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
  onProgress?: (fraction: number) => void,
) => Promise<Uint8Array>;

/** Return codes and withdrawal words: affordable on an old phone without WebAssembly. */
export const CODE_COST: Argon2Cost = { memoryKiB: 19456, iterations: 2, length: 64 };
/** A member's password (decision 2). */
export const PASSWORD_COST: Argon2Cost = { memoryKiB: 65536, iterations: 3, length: 64 };

/** By WebAssembly. Rejects where it is switched off (Tor "Safer", iOS Lockdown). */
export const wasmArgon2: Argon2 = (password, salt, cost) =>
  argon2idWasm({
    password,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: 1,
    hashLength: cost.length,
    outputType: 'binary',
  });

/** By plain JavaScript, yielding every 50 ms. */
export const plainArgon2: Argon2 = (password, salt, cost, onProgress) =>
  argon2idAsync(password, salt, {
    m: cost.memoryKiB,
    t: cost.iterations,
    p: 1,
    dkLen: cost.length,
    asyncTick: 50,
    ...(onProgress ? { onProgress } : {}),
  });

/**
 * Thrown when no Argon2 in this browser passes its known answer, or two runs disagree. Browsers
 * have returned zeros without an error (libsodium.js 311): a code or password made then would
 * be lost, or guessable by everybody.
 */
export class UnreliableArgon2 extends Error {
  override readonly name = 'UnreliableArgon2';
}

/** Reading 34: Argon2id("havre self-test", "HAVRE-V1/kat/000", 32 KiB, t = 3, p = 1, 64 B). */
const KNOWN = {
  password: utf8('havre self-test'),
  salt: utf8('HAVRE-V1/kat/000'),
  cost: { memoryKiB: 32, iterations: 3, length: 64 },
  answer: fromHex(
    'f0176094dc64433d1124fa5b0a5e3741c691a7a53b98c66964167340de2039b8' +
      'b45fae9ff4d1a7ec2c4797b7d8007efa14e1b2ff90eca4a780542dd4de45163b',
  ),
} as const;

/** Whether an implementation gives the known answer. An implementation that throws does not. */
export async function passesSelfTest(argon2: Argon2): Promise<boolean> {
  try {
    return equalBytes(await argon2(KNOWN.password, KNOWN.salt, KNOWN.cost), KNOWN.answer);
  } catch {
    return false;
  }
}

/** The implementations of this build, the faster first. */
export const ARGON2_IMPLEMENTATIONS: readonly Argon2[] = [wasmArgon2, plainArgon2];

/**
 * Those that pass the self-test here and now, the faster first; run it before every use.
 * @throws UnreliableArgon2 when none passes
 */
export async function trustedArgon2(
  implementations: readonly Argon2[] = ARGON2_IMPLEMENTATIONS,
): Promise<readonly [Argon2, ...Argon2[]]> {
  const passed: Argon2[] = [];
  for (const argon2 of implementations) {
    if (await passesSelfTest(argon2)) passed.push(argon2);
  }
  const [first, ...others] = passed;
  if (first === undefined) throw new UnreliableArgon2();
  return [first, ...others];
}

/**
 * Self-test, then one run: for opening what exists (a wrong result fails by itself).
 * @throws UnreliableArgon2
 */
export async function argon2(
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
  onProgress?: (fraction: number) => void,
  implementations?: readonly Argon2[],
): Promise<Uint8Array> {
  const [first] = await trustedArgon2(implementations);
  return first(password, salt, cost, onProgress);
}

/**
 * Self-test, then two runs that must agree: for making a new code or password. The second run
 * takes another implementation where one passed, else the same again.
 * @throws UnreliableArgon2
 */
export async function argon2Twice(
  password: Uint8Array,
  salt: Uint8Array,
  cost: Argon2Cost,
  onProgress?: (fraction: number) => void,
  implementations?: readonly Argon2[],
): Promise<Uint8Array> {
  const [first, second = first] = await trustedArgon2(implementations);
  const one = await first(password, salt, cost, onProgress);
  const two = await second(password, salt, cost, onProgress);
  if (!equalBytes(one, two)) throw new UnreliableArgon2();
  return one;
}
