import { describe, expect, it } from 'vitest';
import {
  continuationHeader,
  readContinuation,
  readStartHeader,
  startFormOf,
} from '../conversation/start-header.ts';
import { u32 } from '../primitives/bytes.ts';
import { refused } from './standards.ts';
import { intake } from './world.ts';

const [first = new Uint8Array(0)] = intake('header').frames;

const changed = (at: number, bytes: Uint8Array) => {
  const frame = first.slice();
  frame.set(bytes, at);
  return frame;
};
const resume = (epoch: number, s: number) => {
  const frame = changed(3, Uint8Array.of(2));
  frame.set(u32(epoch), 28);
  frame.set(u32(s), 32);
  return frame;
};

describe('the header of a first frame', () => {
  it('is an intake with s = 0, or a return with epoch = 0 and s above 0', () => {
    expect(readStartHeader(first)).toMatchObject({ mode: 'intake', epoch: 7, s: 0 });
    expect(readStartHeader(resume(0, 3))).toMatchObject({ mode: 'resume', s: 3 });
    refused(() => readStartHeader(changed(32, u32(1))));
    refused(() => readStartHeader(resume(0, 0)));
    refused(() => readStartHeader(resume(7, 3)));
    refused(() => readStartHeader(resume(0, 0x10000)));
    refused(() => readStartHeader(changed(1204, u32(1))));
  });

  it('has one version, type, suite and two modes', () => {
    for (const [at, byte] of [
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 0],
      [3, 3],
    ] as const)
      refused(() => readStartHeader(changed(at, Uint8Array.of(byte))));
  });
});

describe('the header of a continuation', () => {
  it('names its session and is never number 0', () => {
    expect(readContinuation(continuationHeader(0, 3), 0)).toBe(3);
    refused(() => readContinuation(continuationHeader(0, 0), 0));
    refused(() => readContinuation(continuationHeader(2, 3), 1));
    for (const at of [0, 1, 2, 3]) {
      const header = continuationHeader(0, 3);
      header[at] = (header[at] ?? 0) ^ 4;
      refused(() => readContinuation(header, 0));
    }
  });

  it('is told from a first frame by one bit, and from other frames by its type', () => {
    expect(startFormOf(first)).toBe('first');
    expect(startFormOf(continuationHeader(0, 1))).toBe('continuation');
    expect(startFormOf(Uint8Array.of(1, 3))).toBeNull();
    expect(startFormOf(Uint8Array.of(2, 1))).toBeNull();
  });
});
