import { expect, it } from 'vitest';
import { openParked, parkMessage } from '../coming-back/parked.ts';
import { toHex } from '../primitives/bytes.ts';
import { decapsulate, xWingKeys } from '../primitives/x-wing.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Parked = { why: string; vkSeed: string; RS: string; mailboxId: string; frame: string };
type Vectors = {
  good: (Parked & { inner: string; random: Draw[]; ss: string })[];
  refuse: Parked[];
};

describeStandard<Vectors>('messages to somebody who is away', 'havre-v1/park.json', (v) => {
  const open = (p: Parked, seeds = [hex(p.vkSeed)]) =>
    openParked(seeds, hex(p.mailboxId), hex(p.RS), hex(p.frame));

  it('are made and opened byte by byte', () => {
    for (const p of v.good) {
      const keys = xWingKeys(hex(p.vkSeed));
      const random = replay(p.random);
      const frame = parkMessage(keys.publicKey, hex(p.mailboxId), hex(p.RS), hex(p.inner), random);
      expect(toHex(frame)).toBe(p.frame);
      expect(random.left()).toBe(0);
      expect(toHex(decapsulate(keys.secretKey, frame.slice(4, 1124)))).toBe(p.ss);
      expect(toHex(open(p))).toBe(p.inner);
    }
  });

  it('open under the previous key too, while the capsule keeps it', () => {
    const [p] = v.good;
    if (!p) throw new Error('no vector');
    const newer = new Uint8Array(32).fill(9);
    expect(toHex(open(p, [newer, hex(p.vkSeed)]))).toBe(p.inner);
    refused(() => open(p, [newer]));
    refused(() => open(p, []));
  });

  it('a bug is no refusal', () => {
    const [p] = v.good;
    if (!p) throw new Error('no vector');
    expect(() => open(p, [new Uint8Array(31)])).toThrow(RangeError);
  });

  it.each(v.refuse)('refuses: $why', (p) => refused(() => open(p)));
});
