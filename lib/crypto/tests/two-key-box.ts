import nacl from 'tweetnacl';
import { concat } from '../primitives/bytes.ts';

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
export function twoKeyBox(k1: Uint8Array, k2: Uint8Array, nonce: Uint8Array): Uint8Array {
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
