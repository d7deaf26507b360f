import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { concat } from '../primitives/bytes.ts';
import { hmacSha512 } from '../primitives/hash.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { refused } from './standards.ts';
import { twoKeyBox } from './two-key-box.ts';
import { seeded } from './world.ts';

describe('one ciphertext, two keys', () => {
  const random = seeded('partitioning');
  const [k1, k2, nonce] = [random(32), random(32), random(24)];

  it('opens as a bare secretbox under both: each guess would test two codes at once', () => {
    const box = twoKeyBox(k1, k2, nonce);
    expect(nacl.secretbox.open(box, nonce, k1)).toHaveLength(32);
    expect(nacl.secretbox.open(box, nonce, k2)).toHaveLength(32);
  });

  it('opens under neither as SBX, even with a tag made for one of them', () => {
    const inner = [k1, k2].map((k) => kdf(EMPTY, k, 'sbx', EMPTY, 64));
    const [o1, o2] = inner;
    if (!o1 || !o2) throw new Error('two keys');
    const box = twoKeyBox(o1.slice(0, 32), o2.slice(0, 32), nonce);
    expect(nacl.secretbox.open(box, nonce, o2.slice(0, 32))).toHaveLength(32);
    const tag = hmacSha512(o1.slice(32), concat(new Uint8Array(4), nonce, box)).slice(0, 32);
    const forged = concat(nonce, tag, box);
    expect(sbxOpen(k1, EMPTY, forged)).toHaveLength(32);
    refused(() => sbxOpen(k2, EMPTY, forged));
    expect(sbxOpen(k2, EMPTY, sbxSeal(k2, EMPTY, box, random))).toEqual(box);
  });
});
