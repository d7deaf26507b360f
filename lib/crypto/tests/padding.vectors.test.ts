import { expect, it } from 'vitest';
import { encodeInner, MAX_BODY } from '../messages/inner.ts';
import { concat, toHex } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import { BUCKETS, pad, padTo, unpad, unpadFrom } from '../primitives/padding.ts';
import { describeStandard, hex, refused } from './standards.ts';

type Vectors = {
  good: { length: number; input?: string; padded: number; sha512: string; zeros: number }[];
  refuse: { why: string; start: string; zeros: number }[];
  refusePad: { length: number }[];
  fixedSizes: { size: number; longest: number }[];
  inner: { bucket: number; body: number }[];
};

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

describeStandard<Vectors>('padding is the reference’s', 'havre-v1/padding.json', (v) => {
  it('every boundary', () => {
    for (const one of v.good) {
      const message = one.input ? hex(one.input) : counting(one.length);
      const padded = pad(message);
      expect(padded.length).toBe(one.padded);
      expect(toHex(sha512(padded))).toBe(one.sha512);
      expect(unpad(padded)).toEqual(message);
      expect(padded.length - message.length - 1).toBe(one.zeros);
    }
  });

  it('what is not the one encoding is refused', () => {
    for (const one of v.refuse)
      refused(() => unpad(concat(hex(one.start), new Uint8Array(one.zeros))), one.why);
    for (const one of v.refusePad) refused(() => pad(counting(one.length)));
  });

  it('fixed sizes take up to one byte less, and refuse another size', () => {
    for (const { size, longest } of v.fixedSizes) {
      const message = counting(longest);
      expect(unpadFrom(padTo(message, size), size)).toEqual(message);
      refused(() => padTo(counting(longest + 1), size));
      refused(() => unpadFrom(padTo(message, size), size * 2));
      refused(() => unpadFrom(new Uint8Array(size), size));
    }
  });

  it('the longest body of every bucket fits, one byte more takes the next', () => {
    const inner = (body: number) =>
      encodeInner({
        kind: 1,
        seq: 0,
        ack: 0,
        peerT: new Uint8Array(16),
        minute: 0,
        body: counting(body),
      });
    for (const { bucket, body } of v.inner) {
      expect(pad(inner(body)).length).toBe(bucket);
      if (body === MAX_BODY) refused(() => pad(inner(body + 1)));
      else expect(pad(inner(body + 1)).length).toBeGreaterThan(bucket);
    }
    expect(v.inner.map(({ bucket }) => bucket)).toEqual([...BUCKETS]);
  });
});
