import nacl from 'tweetnacl';
import { expect, it } from 'vitest';
import { concat, toHex, u32 } from '../primitives/bytes.ts';
import { hmacSha512 } from '../primitives/hash.ts';
import { SBX_OVERHEAD, sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Vectors = {
  good: { K: string; AD: string; M: string; random: Draw[]; out: string; macKey: string }[];
  refuse: { why: string; K: string; AD: string; x: string }[];
};

describeStandard<Vectors>('SBX is the reference’s', 'havre-v1/sbx.json', (v) => {
  it('seals and opens byte by byte', () => {
    for (const one of v.good) {
      const random = replay(one.random);
      const box = sbxSeal(hex(one.K), hex(one.AD), hex(one.M), random);
      expect(toHex(box)).toBe(one.out);
      expect(random.left()).toBe(0);
      expect(box.length).toBe(hex(one.M).length + SBX_OVERHEAD);
      expect(toHex(sbxOpen(hex(one.K), hex(one.AD), box))).toBe(one.M);
    }
  });

  it('refuses every corruption', () => {
    expect(v.refuse.length).toBeGreaterThan(30);
    for (const one of v.refuse)
      refused(() => sbxOpen(hex(one.K), hex(one.AD), hex(one.x)), one.why);
  });

  it('a right tag over a damaged secretbox still refuses, and the tag is what we think', () => {
    const [one] = v.good.slice(-1);
    if (!one) throw new Error('no vector');
    const box = hex(one.out);
    const macKey = hex(one.macKey);
    const tag = (inside: Uint8Array) =>
      hmacSha512(macKey, concat(u32(hex(one.AD).length), hex(one.AD), box.slice(0, 24), inside));
    expect(toHex(tag(box.slice(56)).slice(0, 32))).toBe(toHex(box.slice(24, 56)));
    const broken = box.slice(56);
    broken[0] = (broken[0] ?? 0) ^ 1;
    const forged = concat(box.slice(0, 24), tag(broken).slice(0, 32), broken);
    refused(() => sbxOpen(hex(one.K), hex(one.AD), forged));
    expect(nacl.secretbox.nonceLength).toBe(24);
  });
});
