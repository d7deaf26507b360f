import { ed25519 } from '@noble/curves/ed25519.js';
import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { concat, utf8 } from '../primitives/bytes.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { signatureInput } from '../signature-input.ts';
import { isSigningKey, verifySignature } from '../verify.ts';
import { hex } from './standards.ts';
import { seeded } from './world.ts';

/** Weakened copy: tweetnacl checks. */
const weakVerify = (publicKey: Uint8Array, body: Uint8Array, signature: Uint8Array) =>
  nacl.sign.detached.verify(signatureInput('admin', body), signature, publicKey);

const body = utf8('any certificate at all');
const seed = seeded('signer')(32);
const publicKey = signingPublicKey(seed);
const signature = sign('admin', seed, body);

/** The order of the group, little-endian. */
const L = hex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');

function plusL(s: Uint8Array): Uint8Array {
  let carry = 0;
  return s.map((byte, i) => {
    const sum = byte + (L[i] ?? 0) + carry;
    carry = sum >> 8;
    return sum & 0xff;
  });
}

describe('signatures', () => {
  it('a good one counts, for both', () => {
    expect(weakVerify(publicKey, body, signature)).toBe(true);
    expect(verifySignature('admin', publicKey, body, signature)).toBe(true);
    expect(verifySignature('admin', publicKey, utf8('other'), signature)).toBe(false);
    expect(verifySignature('admin', publicKey, body, signature.slice(1))).toBe(false);
  });

  it('a malleated one (S + L) passes tweetnacl and not ours', () => {
    const malleated = concat(signature.slice(0, 32), plusL(signature.slice(32)));
    expect(weakVerify(publicKey, body, malleated)).toBe(true);
    expect(verifySignature('admin', publicKey, body, malleated)).toBe(false);
  });

  it('the identity as key and R, with S = 0, signs everything for tweetnacl and nothing for us', () => {
    const identity = hex(`01${'00'.repeat(31)}`);
    const forgery = concat(identity, new Uint8Array(32));
    for (const text of ['a certificate', 'another', 'a third'])
      expect(weakVerify(identity, utf8(text), forgery)).toBe(true);
    expect(verifySignature('admin', identity, body, forgery)).toBe(false);
  });

  it('keys of small or mixed order, off the curve, or not canonical are no keys', () => {
    const torsion = ed25519.Point.fromHex(
      'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    );
    expect(torsion.isSmallOrder()).toBe(true);
    const mixed = ed25519.Point.BASE.add(torsion).toBytes();
    const zero = new Uint8Array(32);
    const notCanonical = hex(`ee${'ff'.repeat(30)}7f`);
    const identity = ed25519.Point.ZERO.toBytes();
    for (const key of [identity, torsion.toBytes(), mixed, notCanonical, zero, zero.slice(1)])
      expect(isSigningKey(key)).toBe(false);
    expect(isSigningKey(hex(`02${'00'.repeat(31)}`))).toBe(false);
    expect(isSigningKey(publicKey)).toBe(true);
  });
});
