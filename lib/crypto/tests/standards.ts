import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BadFrame } from '../primitives/bad-frame.ts';
import { fromHex } from '../primitives/bytes.ts';
import type { Random } from '../primitives/random.ts';

const folder = process.env.STANDARDS_DIR;

/**
 * Tests against an outside file in STANDARDS_DIR. Without the folder they are skipped, visibly.
 * @typeParam T the shape of the file, as far as the tests read it
 */
export function describeStandard<T>(promise: string, file: string, body: (vectors: T) => void) {
  describe.skipIf(!folder)(`${promise} [${file}]`, () => {
    if (folder) body(JSON.parse(readFileSync(join(folder, file), 'utf8')) as T);
    else it.skip('STANDARDS_DIR is not set', () => {});
  });
}

/** A named draw of the reference implementation. */
export type Draw = [name: string, bytes: string];

/** A source that gives exactly the draws of a vector, in order, and complains about others. */
export function replay(draws: readonly Draw[]): Random & { left: () => number } {
  let at = 0;
  const random = (length: number): Uint8Array => {
    const draw = draws[at++];
    if (!draw) throw new Error('drew more than the reference did');
    const bytes = fromHex(draw[1]);
    if (bytes.length !== length) throw new Error(`${draw[0]}: drew ${length}, not ${bytes.length}`);
    return bytes;
  };
  return Object.assign(random, { left: () => draws.length - at });
}

/** Asserts that something is refused with the one error. */
export const refused = (work: () => unknown, why?: string) => expect(work, why).toThrow(BadFrame);

export { fromHex as hex } from '../primitives/bytes.ts';
