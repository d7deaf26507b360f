import { describe, expect, it } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import type { EpochSeal } from '#lib/protocol/team/directory-events.ts';
import { type Addition, additionBytes, firstBatch, joined } from './append.ts';

const seal = { epoch: 1, deviceId: 'd', blob: new Uint8Array(limits.wrapBytes) };
const part = (seals: number): Addition => ({
  entries: [new Uint8Array(1370)],
  seals: Array.from({ length: seals }, () => seal as unknown as EpochSeal),
  wraps: [],
});

describe('additions to the directory', () => {
  it('go in events that stay below the limit, all of them, in order', () => {
    let rest: readonly Addition[] = Array.from({ length: 35 }, (_, i) => part(i));
    const sent: Addition[] = [];
    while (rest.length > 0) {
      const batch = firstBatch(rest);
      expect(additionBytes(joined(batch))).toBeLessThan(limits.eventBytes);
      sent.push(...batch);
      rest = rest.slice(batch.length);
    }
    expect(sent.map(({ seals }) => seals.length)).toEqual(Array.from({ length: 35 }, (_, i) => i));
  });

  it('leave room for what goes in the same event', () => {
    const parts = [part(10), part(10), part(10)];
    expect(firstBatch(parts)).toHaveLength(3);
    expect(firstBatch(parts, 60 * 1024).length).toBeLessThan(3);
  });
});
