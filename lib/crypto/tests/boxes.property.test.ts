import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, pad, unpad } from '../primitives/padding.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { SEAL_OVERHEAD, seal, unseal } from '../primitives/seal.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { refused } from './standards.ts';
import { tally } from './tally.ts';
import { seeded } from './world.ts';

const bytes = (maxLength: number) => fc.uint8Array({ maxLength });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

/** Half of the bits in the KEM's part of a SEAL, half in its box. */
const anyBit = fc.oneof(fc.nat({ max: 8 * 1119 }), fc.integer({ min: 8 * 1120, max: 8 * 1190 }));

const flip = (box: Uint8Array, bit: number): Uint8Array => {
  const out = box.slice();
  const at = Math.floor(bit / 8) % box.length;
  out[at] = (out[at] ?? 0) ^ (1 << (bit % 8));
  return out;
};

describe('SBX', () => {
  const count = tally('SBX', 'nonce', 'tag', 'ciphertext', 'same key drawn', 'other key');

  it('opens what it sealed, and nothing with one bit flipped, one key or one AD changed', () => {
    fc.assert(
      fc.property(
        key,
        key,
        bytes(80),
        bytes(80),
        bytes(300),
        fc.nat(),
        (k, other, ad, ad2, m, bit) => {
          const box = sbxSeal(k, ad, m, seeded('sbx'));
          expect(sbxOpen(k, ad, box)).toEqual(m);
          const at = Math.floor(bit / 8) % box.length;
          count(at < 24 ? 'nonce' : at < 56 ? 'tag' : 'ciphertext');
          refused(() => sbxOpen(k, ad, flip(box, bit)));
          const same = Buffer.compare(k, other) === 0;
          count(same ? 'same key drawn' : 'other key');
          if (!same) refused(() => sbxOpen(other, ad, box));
          if (Buffer.compare(ad, ad2) !== 0) refused(() => sbxOpen(k, ad2, box));
        },
      ),
      {
        numRuns: 150,
        examples: [
          [
            new Uint8Array(32),
            new Uint8Array(32),
            new Uint8Array(0),
            new Uint8Array(1),
            new Uint8Array(5),
            8 * 30,
          ],
        ],
      },
    );
  });
});

describe('SEAL', () => {
  const count = tally('SEAL', 'KEM ciphertext', 'box');

  it('opens what it sealed, and nothing with a bit, key, info or psk changed', () => {
    fc.assert(
      fc.property(
        key,
        key,
        key,
        bytes(40),
        bytes(200),
        anyBit,
        (seed, other, psk, info, m, bit) => {
          const keys = xWingKeys(seed);
          const box = seal(keys.publicKey, info, m, seeded('seal'), psk);
          expect(unseal(keys, info, box, psk)).toEqual(m);
          const inKem = Math.floor(bit / 8) % box.length < SEAL_OVERHEAD - 72;
          count(inKem ? 'KEM ciphertext' : 'box');
          refused(() => unseal(keys, info, flip(box, bit), psk));
          refused(() => unseal(xWingKeys(flip(seed, bit)), info, box, psk));
          refused(() => unseal(keys, info, box, flip(psk, bit)));
          refused(() => unseal(keys, Uint8Array.of(...info, 0), box, psk));
          if (Buffer.compare(psk, other) !== 0) refused(() => unseal(keys, info, box, other));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('padding', () => {
  const count = tally('padding', ...BUCKETS.map(String), 'too long', 'ends in zeros');

  it('comes off again; its size is a bucket and never shrinks with the message', () => {
    const length = fc.oneof(
      fc.integer({ min: 0, max: 16_500 }),
      fc.constantFrom(...BUCKETS, 511, 1023),
    );
    fc.assert(
      fc.property(length, fc.nat({ max: 200 }), fc.nat({ max: 255 }), (size, less, byte) => {
        const message = new Uint8Array(size).fill(byte);
        if (size > 16_383) {
          count('too long');
          refused(() => pad(message));
          return;
        }
        if (byte === 0 && size > 0) count('ends in zeros');
        const padded = pad(message);
        count(String(padded.length));
        expect(Buffer.compare(unpad(padded), message)).toBe(0);
        expect(pad(message.slice(0, Math.max(0, size - less))).length).toBeLessThanOrEqual(
          padded.length,
        );
      }),
      {
        numRuns: 400,
        examples: [
          [600, 0, 0],
          [16_384, 0, 0],
          [9000, 0, 1],
          [5000, 0, 1],
          [3000, 0, 1],
        ],
      },
    );
  });
});
