import { expect, it } from 'vitest';
import { toHex } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { SEAL_OVERHEAD, seal, unseal } from '../primitives/seal.ts';
import { decapsulate, encapsulate, xWingKeys } from '../primitives/x-wing.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Vectors = {
  xwing: { why?: string; seed: string; pk?: string; eseed?: string; ct: string; ss: string }[];
  good: {
    seed: string;
    info: string;
    psk: string;
    M: string;
    random: Draw[];
    out: string;
    pkHash: string;
  }[];
  refuse: { why: string; seed: string; info: string; x: string; psk: string }[];
  refusePublicKey: { why: string; pk: string }[];
};

describeStandard<Vectors>('SEAL and X-Wing are the reference’s', 'havre-v1/seal.json', (v) => {
  it('X-Wing keys, encapsulation, decapsulation', () => {
    for (const one of v.xwing.filter(({ eseed }) => eseed)) {
      const keys = xWingKeys(hex(one.seed));
      expect(toHex(keys.publicKey)).toBe(one.pk);
      const made = encapsulate(keys.publicKey, replay([['eseed', one.eseed ?? '']]));
      expect(toHex(made.ciphertext)).toBe(one.ct);
      expect(toHex(made.secret)).toBe(one.ss);
      expect(toHex(decapsulate(keys.secretKey, made.ciphertext))).toBe(one.ss);
    }
  });

  it('a damaged ML-KEM part gives the reference’s other secret, not an error', () => {
    const damaged = v.xwing.filter(({ eseed }) => !eseed);
    expect(damaged.length).toBeGreaterThan(0);
    for (const one of damaged)
      expect(toHex(decapsulate(hex(one.seed), hex(one.ct))), one.why).toBe(one.ss);
  });

  it('seals and opens byte by byte', () => {
    for (const one of v.good) {
      const keys = xWingKeys(hex(one.seed));
      expect(toHex(h32(keys.publicKey))).toBe(one.pkHash);
      const random = replay(one.random);
      const box = seal(keys.publicKey, hex(one.info), hex(one.M), random, hex(one.psk));
      expect(toHex(box)).toBe(one.out);
      expect(random.left()).toBe(0);
      expect(box.length).toBe(hex(one.M).length + SEAL_OVERHEAD);
      expect(toHex(unseal(keys, hex(one.info), box, hex(one.psk)))).toBe(one.M);
    }
  });

  it('a psk left out is zeros', () => {
    const one = v.good.find(({ psk }) => /^0+$/.test(psk));
    if (!one) throw new Error('no vector without psk');
    const keys = xWingKeys(hex(one.seed));
    expect(toHex(seal(keys.publicKey, hex(one.info), hex(one.M), replay(one.random)))).toBe(
      one.out,
    );
    expect(toHex(unseal(keys, hex(one.info), hex(one.out)))).toBe(one.M);
  });

  it('refuses every corruption and every bad public key', () => {
    for (const one of v.refuse)
      refused(
        () => unseal(xWingKeys(hex(one.seed)), hex(one.info), hex(one.x), hex(one.psk)),
        one.why,
      );
    for (const one of v.refusePublicKey)
      refused(() => encapsulate(hex(one.pk), (n) => new Uint8Array(n).fill(9)), one.why);
  });
});
