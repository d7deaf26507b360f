import { expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { fileDraws } from './file-draws.ts';

it('two browsers draw the same ids for one content, and others for another', () => {
  const drawsOf = (letter: number) => {
    const draw = fileDraws(new Uint8Array(32).fill(letter));
    return Array.from({ length: 50 }, () => toHex(draw(16)));
  };
  expect(drawsOf(1)).toEqual(drawsOf(1));
  expect(new Set([...drawsOf(1), ...drawsOf(2)]).size).toBe(100);
});
