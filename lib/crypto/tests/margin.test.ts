import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openMargin, sealMargin } from '../conversation/margin.ts';
import { BadFrame } from '../primitives/bad-frame.ts';
import { systemRandom } from '../primitives/random.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const id = fc.uint8Array({ minLength: 16, maxLength: 16 });

it('what stands beside a conversation opens there and nowhere else, and always weighs the same', () => {
  fc.assert(
    fc.property(key, id, id, fc.uint8Array({ maxLength: 4095 }), (csk, mailbox, other, plain) => {
      const blob = sealMargin(csk, mailbox, plain, systemRandom);
      expect(blob).toHaveLength(4168);
      expect(openMargin(csk, mailbox, blob)).toEqual(plain);
      fc.pre(mailbox.some((byte, i) => byte !== other[i]));
      expect(() => openMargin(csk, other, blob)).toThrow(BadFrame);
      blob[100] = (blob[100] ?? 0) ^ 1;
      expect(() => openMargin(csk, mailbox, blob)).toThrow(BadFrame);
    }),
    { numRuns: 30 },
  );
  expect(() =>
    sealMargin(new Uint8Array(32), new Uint8Array(16), new Uint8Array(4096), systemRandom),
  ).toThrow(BadFrame);
});
