import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { concat } from '../bytes.ts';
import { hmacSha512 } from '../hash.ts';
import { EMPTY, kdf } from '../kdf.ts';
import { sbxOpen, sbxSeal } from '../sbx.ts';
import { refused } from './standards.ts';
import { seeded } from './world.ts';

const P = 2n ** 130n - 5n;
const W = 2n ** 128n;
const stream = (
  nacl as unknown as {
    lowlevel: {
      crypto_stream(c: Uint8Array, at: number, n: number, nonce: Uint8Array, k: Uint8Array): number;
    };
  }
).lowlevel.crypto_stream;

const toNumber = (b: Uint8Array) => b.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
const toBytes = (n: bigint) =>
  Uint8Array.from({ length: 16 }, (_, i) => Number((n >> BigInt(8 * i)) & 255n));
const mod = (n: bigint) => ((n % P) + P) % P;

function inverse(n: bigint): bigint {
  let [base, power, out] = [mod(n), P - 2n, 1n];
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) out = mod(out * base);
    base = mod(base * base);
  }
  return out;
}

/** The one-time Poly1305 key of a secretbox: the first 32 bytes of its key stream. */
function poly(key: Uint8Array, nonce: Uint8Array) {
  const first = new Uint8Array(32);
  stream(first, 0, 32, nonce, key);
  const clamp = 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  return { r: toNumber(first.slice(0, 16)) & clamp, s: toNumber(first.slice(16)) };
}

/**
 * A secretbox that opens under two keys (Len, Grubbs, Ristenpart 2021): two blocks of
 * ciphertext are chosen so that both Poly1305 tags are the same.
 */
function twoKeyBox(k1: Uint8Array, k2: Uint8Array, nonce: Uint8Array): Uint8Array {
  const [a, b] = [poly(k1, nonce), poly(k2, nonce)];
  for (let tag = 1n; tag < 20_000n; tag++) {
    // x * r^2 + y * r = tag - s, for both keys; a solution must fit two 16-byte blocks.
    const [t1, t2] = [(tag - a.s + W) % W, (tag - b.s + W) % W];
    const d = inverse(a.r * a.r * b.r - b.r * b.r * a.r);
    const x = mod((t1 * b.r - t2 * a.r) * d);
    const y = mod((a.r * a.r * t2 - b.r * b.r * t1) * d);
    if (x >= W && x < 2n * W && y >= W && y < 2n * W)
      return concat(toBytes(tag), toBytes(x - W), toBytes(y - W));
  }
  throw new Error('no solution found');
}

describe('one ciphertext, two keys', () => {
  const random = seeded('partitioning');
  const [k1, k2, nonce] = [random(32), random(32), random(24)];

  it('opens as a bare secretbox under both: each guess would test two codes at once', () => {
    const box = twoKeyBox(k1, k2, nonce);
    expect(nacl.secretbox.open(box, nonce, k1)).toHaveLength(32);
    expect(nacl.secretbox.open(box, nonce, k2)).toHaveLength(32);
  });

  it('opens under neither as SBX, even with a tag made for one of them', () => {
    const inner = [k1, k2].map((k) => kdf(EMPTY, k, 'sbx', EMPTY, 64));
    const [o1, o2] = inner;
    if (!o1 || !o2) throw new Error('two keys');
    const box = twoKeyBox(o1.slice(0, 32), o2.slice(0, 32), nonce);
    expect(nacl.secretbox.open(box, nonce, o2.slice(0, 32))).toHaveLength(32);
    const tag = hmacSha512(o1.slice(32), concat(new Uint8Array(4), nonce, box)).slice(0, 32);
    const forged = concat(nonce, tag, box);
    expect(sbxOpen(k1, EMPTY, forged)).toHaveLength(32);
    refused(() => sbxOpen(k2, EMPTY, forged));
    expect(sbxOpen(k2, EMPTY, sbxSeal(k2, EMPTY, box, random))).toEqual(box);
  });
});
