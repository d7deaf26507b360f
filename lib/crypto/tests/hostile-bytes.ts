import fc from 'fast-check';
import { expect } from 'vitest';
import { BadFrame } from '../primitives/bad-frame.ts';

/**
 * Any bytes at all, and real things with one byte changed or the end cut off: arbitrary bytes rarely get past
 * a version byte.
 * @param most longest arbitrary bytes
 * @param cuts how much of the end may be missing
 */
export const hostileBytes = (seeds: readonly Uint8Array[], most: number, cuts: number) =>
  fc.oneof(
    fc.uint8Array({ maxLength: most }),
    fc
      .tuple(fc.constantFrom(...seeds), fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: cuts }))
      .map(([seed, at, byte, cut]) => {
        const out = seed.slice(0, seed.length - cut);
        out[at % out.length] = byte;
        return out;
      }),
  );

/** Each parser throws BadFrame or nothing. @param count hears how often either happened */
export function holdsFor(
  parsers: Readonly<Record<string, (bytes: Uint8Array) => unknown>>,
  hostile: fc.Arbitrary<Uint8Array>,
  numRuns: number,
  count: (what: 'accepted' | 'refused') => void,
): void {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(parsers)), hostile, (name, bytes) => {
      try {
        parsers[name]?.(bytes);
        count('accepted');
      } catch (error) {
        expect(error).toBeInstanceOf(BadFrame);
        count('refused');
      }
    }),
    { numRuns },
  );
}
