import { ed25519 as whole } from '@noble/curves/ed25519.js';
import { ml_kem768_x25519 } from '@noble/post-quantum/hybrid.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ed25519 } from '../ed25519.ts';
import { decapsulate, encapsulate, xWingKeys } from '../x-wing.ts';

// [Note: only what is used] What we put together from noble's parts is what noble puts together.

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

it('Ed25519 gives the keys, signatures and verdicts of the whole package', () => {
  const message = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(bytes(32), message, fc.nat(63), fc.nat(255), (seed, said, at, flip) => {
      const publicKey = ed25519.getPublicKey(seed);
      expect(publicKey).toEqual(whole.getPublicKey(seed));
      const signature = ed25519.sign(said, seed);
      expect(signature).toEqual(whole.sign(said, seed));
      signature[at] = (signature[at] ?? 0) ^ flip;
      const verdict = whole.verify(signature, said, publicKey, { zip215: false });
      expect(ed25519.verify(signature, said, publicKey, { zip215: false })).toBe(verdict);
      expect(verdict).toBe(flip === 0);
    }),
    { numRuns: 60 },
  );
});

it('Ed25519 takes and refuses the same points', () => {
  const read = (curve: typeof whole, encoded: Uint8Array) => {
    try {
      const point = curve.Point.fromBytes(encoded);
      return [point.toHex(), point.isSmallOrder(), point.isTorsionFree()];
    } catch {
      return 'refused';
    }
  };
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(bytes(32), (encoded) => {
      const expected = read(whole, encoded);
      seen.add(expected === 'refused');
      expect(read(ed25519, encoded)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
  expect(seen.size).toBe(2);
});

it('X-Wing gives the keys, ciphertexts and secrets of the whole package', () => {
  fc.assert(
    fc.property(bytes(32), bytes(64), fc.nat(1119), (seed, drawn, at) => {
      const { publicKey } = xWingKeys(seed);
      expect(publicKey).toEqual(ml_kem768_x25519.getPublicKey(seed.slice()));
      const made = encapsulate(publicKey, () => drawn.slice());
      const theirs = ml_kem768_x25519.encapsulate(publicKey, drawn.slice());
      expect(made).toEqual({ ciphertext: theirs.cipherText, secret: theirs.sharedSecret });
      expect(decapsulate(seed, made.ciphertext)).toEqual(made.secret);
      made.ciphertext[at] = (made.ciphertext[at] ?? 0) ^ 1;
      expect(decapsulate(seed, made.ciphertext)).toEqual(
        ml_kem768_x25519.decapsulate(made.ciphertext, seed),
      );
    }),
    { numRuns: 25 },
  );
});
