import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import { solveWork } from '../primitives/proof-of-work.ts';
import { leadingZeroBits, verifyWork, workDone, workInput } from '../verify-work.ts';
import { seeded } from './world.ts';

const challenge = seeded('work')(16);

describe('proof of work', () => {
  it('a solved challenge is accepted, for that many bits, that challenge and that nonce', () => {
    const nonce = solveWork(challenge, 10);
    expect(verifyWork(challenge, nonce, 10)).toBe(true);
    const hash = sha512(concat(utf8('HAVRE-V1/pow'), challenge, nonce));
    const bits = Array.from(hash, (byte) => byte.toString(2).padStart(8, '0')).join('');
    const zeros = bits.indexOf('1');
    expect(zeros).toBeGreaterThanOrEqual(10);
    expect(workDone(workInput(challenge, nonce))).toBe(zeros);
    expect(leadingZeroBits(new Uint8Array(64))).toBe(512);
    expect(verifyWork(challenge, nonce, zeros)).toBe(true);
    expect(verifyWork(challenge, nonce, zeros + 1)).toBe(false);
    expect(verifyWork(seeded('another')(16), nonce, 10)).toBe(false);
    expect(verifyWork(challenge, nonce.with(7, (nonce[7] ?? 0) ^ 1), 10)).toBe(false);
  });

  it('another length is no solution, whatever it hashes to', () => {
    const nonce = solveWork(challenge, 0);
    expect(verifyWork(challenge, nonce, 0)).toBe(true);
    expect(verifyWork(challenge.slice(1), nonce, 0)).toBe(false);
    expect(verifyWork(challenge, nonce.slice(1), 0)).toBe(false);
  });

  it('tells how far it is', () => {
    const seen: number[] = [];
    solveWork(seeded('far')(16), 14, (tried) => seen.push(tried));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.map((_, i) => (i + 1) * 4096));
  });
});
