import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { expect, it } from 'vitest';
import { toHex } from '../primitives/bytes.ts';
import { hmacSha512 } from '../primitives/hash.ts';
import { decapsulate, encapsulate, xWingKeys } from '../primitives/x-wing.ts';
import { dh } from '../primitives/x25519.ts';
import { isSigningKey } from '../verify.ts';
import { describeStandard, hex, refused, replay } from './standards.ts';

type File<Group, Test> = { numberOfTests: number; testGroups: (Group & { tests: Test[] })[] };
type Verdict = { tcId: number; result: 'valid' | 'invalid' | 'acceptable'; flags: string[] };

const all = <G, T>(file: File<G, T>): (G & T)[] => {
  const tests = file.testGroups.flatMap((group) =>
    group.tests.map((test) => ({ ...group, ...test })),
  );
  expect(tests.length).toBe(file.numberOfTests);
  return tests;
};

describeStandard<File<object, Verdict & { public: string; private: string; shared: string }>>(
  'X25519 agrees with Wycheproof, and no secret is ever zero',
  'wycheproof/x25519_test.json',
  (file) => {
    it('518 vectors, 31 of them refused', () => {
      let zero = 0;
      for (const test of all(file)) {
        const work = () => dh(hex(test.private), hex(test.public));
        if (/^0+$/.test(test.shared)) {
          zero++;
          refused(work, `case ${test.tcId}`);
        } else expect(toHex(work()), `case ${test.tcId}`).toBe(test.shared);
      }
      expect(zero).toBe(31);
    });
  },
);

describeStandard<File<{ publicKey: { pk: string } }, Verdict & { msg: string; sig: string }>>(
  'strict Ed25519 agrees with Wycheproof',
  'wycheproof/ed25519_test.json',
  (file) => {
    it('151 vectors', () => {
      for (const test of all(file)) {
        const sig = hex(test.sig);
        const pk = hex(test.publicKey.pk);
        // Our door adds a prefix to every message; the verifier and the key check behind it are these.
        const ok =
          sig.length === 64 &&
          isSigningKey(pk) &&
          ed25519.verify(sig, hex(test.msg), pk, { zip215: false });
        expect(ok, `case ${test.tcId} ${test.flags}`).toBe(test.result === 'valid');
      }
    });
  },
);

describeStandard<
  File<object, Verdict & { ikm: string; salt: string; info: string; size: number; okm: string }>
>('HKDF-SHA-512 agrees with Wycheproof', 'wycheproof/hkdf_sha512_test.json', (file) => {
  it('83 vectors', () => {
    for (const test of all(file)) {
      const work = () => hkdf(sha512, hex(test.ikm), hex(test.salt), hex(test.info), test.size);
      if (test.result === 'valid') expect(toHex(work()), `case ${test.tcId}`).toBe(test.okm);
      else expect(work, `case ${test.tcId}`).toThrow();
    }
  });
});

describeStandard<File<{ tagSize: number }, Verdict & { key: string; msg: string; tag: string }>>(
  'HMAC-SHA-512 agrees with Wycheproof',
  'wycheproof/hmac_sha512_test.json',
  (file) => {
    it('174 vectors', () => {
      for (const test of all(file)) {
        const tag = toHex(hmacSha512(hex(test.key), hex(test.msg)).slice(0, test.tagSize / 8));
        expect(tag === test.tag, `case ${test.tcId}`).toBe(test.result === 'valid');
      }
    });
  },
);

type Kem = Verdict & { seed: string; ek: string; c: string; K: string };

describeStandard<File<object, Kem>>(
  'ML-KEM-768 agrees with Wycheproof',
  'wycheproof/mlkem_768_test.json',
  (file) => {
    it('193 vectors', () => {
      for (const test of all(file)) {
        const work = () => {
          const { publicKey, secretKey } = ml_kem768.keygen(hex(test.seed));
          expect(toHex(publicKey)).toBe(test.ek);
          return toHex(ml_kem768.decapsulate(hex(test.c), secretKey));
        };
        if (test.result === 'valid') expect(work(), `case ${test.tcId}`).toBe(test.K);
        else expect(work, `case ${test.tcId}`).toThrow();
      }
    });
  },
);

describeStandard<{ seed: string; eseed: string; ss: string }>(
  'X-Wing agrees with its draft',
  'x-wing.json',
  (v) => {
    it('the first test vector', () => {
      const keys = xWingKeys(hex(v.seed));
      const made = encapsulate(keys.publicKey, replay([['eseed', v.eseed]]));
      expect(toHex(made.secret)).toBe(v.ss);
      expect(toHex(decapsulate(keys.secretKey, made.ciphertext))).toBe(v.ss);
    });
  },
);
