import { describe, expect, it } from 'vitest';
import { chainStep, rootStep } from '../conversation/chain.ts';
import { transcriptStart, transcriptStep } from '../conversation/transcript.ts';
import { KIND } from '../messages/kinds.ts';
import { toHex, u8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { type KdfLabel, kdf } from '../primitives/kdf.ts';
import { type SignatureType, sign, signingPublicKey } from '../primitives/signature.ts';
import { signatureInput } from '../signature-input.ts';
import { verifySignature } from '../verify.ts';
import { describeStandard, hex } from './standards.ts';

type Vectors = {
  labels: string[];
  kinds: Record<string, number>;
  kdf: { label: KdfLabel; salt: string; ikm: string; ctx: string; L: number; out: string }[];
  chain: { CK: string; MK: string; CKnext: string }[];
  root: { RK: string; dh: string; RKnext: string; CK: string }[];
  transcript: { AD: string; T0_V: string; T0_K: string; inner: string; T1_V: string }[];
  signing: {
    type: SignatureType;
    seed: string;
    pk: string;
    body: string;
    input: string;
    sig: string;
  }[];
};

describeStandard<Vectors>('every derivation is the reference’s', 'havre-v1/kdf.json', (v) => {
  it('all labels and lengths', () => {
    expect(new Set(v.kdf.map((one) => one.label)).size).toBe(v.labels.length);
    for (const one of v.kdf) {
      const out = kdf(hex(one.salt), hex(one.ikm), one.label, hex(one.ctx), one.L);
      expect(toHex(out), one.label).toBe(one.out);
    }
  });

  it('chain and root steps', () => {
    for (const one of v.chain) {
      const { messageKey, next } = chainStep(hex(one.CK));
      expect([toHex(messageKey), toHex(next)]).toEqual([one.MK, one.CKnext]);
    }
    for (const one of v.root) {
      const { root, chain } = rootStep(hex(one.RK), hex(one.dh));
      expect([toHex(root), toHex(chain)]).toEqual([one.RKnext, one.CK]);
    }
  });

  it('transcripts of both directions', () => {
    for (const one of v.transcript) {
      const t0 = transcriptStart(hex(one.AD), 'person');
      expect(toHex(t0)).toBe(one.T0_V);
      expect(toHex(transcriptStart(hex(one.AD), 'counsellor'))).toBe(one.T0_K);
      expect(toHex(transcriptStep(t0, h32(hex(one.inner))))).toBe(one.T1_V);
    }
  });

  it('what is signed, and the signature', () => {
    for (const one of v.signing) {
      const body = hex(one.body);
      expect(toHex(signatureInput(one.type, body)), one.type).toBe(one.input);
      expect(toHex(signingPublicKey(hex(one.seed)))).toBe(one.pk);
      expect(toHex(sign(one.type, hex(one.seed), body))).toBe(one.sig);
      expect(verifySignature(one.type, hex(one.pk), body, hex(one.sig))).toBe(true);
    }
  });

  it('no signature counts for another type', () => {
    for (const one of v.signing)
      for (const other of v.signing.filter(({ type }) => type !== one.type))
        expect(
          verifySignature(other.type, hex(one.pk), hex(one.body), hex(one.sig)),
          `${one.type} as ${other.type}`,
        ).toBe(false);
  });

  it('the kinds of messages have the reference’s numbers', () => {
    const camel = (name: string) =>
      ({ PARKKEY: 'parkKey', RESUMEKEY: 'resumeKey' })[name] ??
      name.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const ours = new Map<string, number>(Object.entries(KIND));
    for (const [name, number] of Object.entries(v.kinds))
      expect(ours.get(camel(name)), name).toBe(number);
  });
});

describe('labels', () => {
  it('another label, salt, secret or context gives another key', () => {
    const [a, b] = [u8(1), u8(2)];
    const keys = [
      kdf(a, a, 'sbx', a, 32),
      kdf(b, a, 'sbx', a, 32),
      kdf(a, b, 'sbx', a, 32),
      kdf(a, a, 'seal', a, 32),
      kdf(a, a, 'sbx', b, 32),
    ].map(toHex);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
