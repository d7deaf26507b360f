import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { buildClaim } from '../conversation/claim.ts';
import { acceptClaim } from '../conversation/claim-accept.ts';
import { ratchetOpen } from '../conversation/ratchet.ts';
import { NO_PSK, startKeys, startSeal } from '../conversation/start.ts';
import { readStartHeader, type StartHeader, startHeader } from '../conversation/start-header.ts';
import { openStart } from '../conversation/start-open.ts';
import { encodeInner } from '../messages/inner.ts';
import { equalBytes } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { encapsulate } from '../primitives/x-wing.ts';
import { dh, isLowOrder, keyPair } from '../primitives/x25519.ts';
import { describeStandard, hex, refused } from './standards.ts';
import {
  claimed,
  expected,
  intake,
  mailboxId,
  mara,
  orgId,
  seeded,
  teamId,
  teamKey,
} from './world.ts';

/** Weakened copy: tweetnacl's scalar multiplication as it comes, without the zero check. */
const weakDh = (secret: Uint8Array, peer: Uint8Array) => nacl.scalarMult(secret, peer);

/** Points of order 1, 2, 4 and 8, in every encoding below 2^256 (RFC 7748, section 6.1). */
const LOW_ORDER = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].flatMap((point) => {
  const bytes = hex(point);
  const high = bytes.slice();
  high[31] = (high[31] ?? 0) | 0x80;
  return [bytes, high];
});

const zero = new Uint8Array(32);
const hello = (peerT: Uint8Array) => ({
  kind: 0,
  seq: 0,
  ack: 0,
  peerT,
  minute: 0,
  body: zero.slice(32),
});

describe('low-order keys: a secret that everybody knows', () => {
  it('the weakened copy agrees on zeros with every one of them; ours refuses', () => {
    const secret = seeded('victim')(32);
    for (const point of LOW_ORDER) {
      expect(equalBytes(weakDh(secret, point), zero)).toBe(true);
      refused(() => dh(secret, point));
      expect(isLowOrder(point)).toBe(true);
    }
    expect(isLowOrder(keyPair(secret).publicKey)).toBe(false);
  });

  it('as e0 of a START', () => {
    const { frames } = intake('low e0');
    const [frame] = frames;
    if (!frame) throw new Error('no frame');
    const box = { orgId, teamId, mailboxId, epoch: 7, keys: teamKey.keys, psk: NO_PSK };
    expect(openStart(frame, box).innerBytes.length).toBeGreaterThan(0);
    for (const e0 of LOW_ORDER) {
      const header = startHeader({ ...readStartHeader(frame), e0 });
      const changed = frame.slice();
      changed.set(header);
      refused(() => openStart(changed, box));
    }
  });

  it('as e0 of a START that is otherwise made right', () => {
    const { ciphertext: ct, secret } = encapsulate(teamKey.keys.publicKey, seeded('kem'));
    const kemKeyHash = h32(teamKey.keys.publicKey);
    const box = { orgId, teamId, mailboxId, epoch: 7, keys: teamKey.keys, psk: NO_PSK };
    const begin = (e0: Uint8Array) => {
      const ids = { mode: 'intake', keyId: kemKeyHash.slice(0, 8), teamId, mailboxId } as const;
      const header: StartHeader = { ...ids, epoch: 7, s: 0, ct, e0 };
      const keys = startKeys('person', header, { orgId, kemKeyHash, psk: NO_PSK, secret });
      const state = { ...keys, own: null, peer: null };
      return startSeal(state, startHeader(header), encodeInner(hello(keys.peerT)), seeded('box'))
        .frame;
    };
    const honest = keyPair(seeded('honest')(32)).publicKey;
    expect(openStart(begin(honest), box).innerBytes).toHaveLength(31);
    for (const e0 of LOW_ORDER) refused(() => openStart(begin(e0), box));
  });

  it('as r0 or DA of a CLAIM', () => {
    const { start, person, random, claim } = claimed('low r0');
    for (const peer of LOW_ORDER) {
      const state = { ...start.session.core, peer };
      refused(() => buildClaim(state, mara, claim.inner, random));
      const e0 = { publicKey: keyPair(zero).publicKey, secretKey: zero };
      refused(() =>
        buildClaim({ ...start.session.core, peer }, { ...mara, dhKeys: e0 }, claim.inner, random),
      );
    }
    expect(acceptClaim(person.core, claim.frame, expected).device.displayName).toBe('Mara');
  });

  it('as ratchet key, also the own one sent back with its ignored bit set', () => {
    const { desk, claim } = claimed('low dh');
    const b = claim.frame.slice(-628);
    for (const point of [...LOW_ORDER, desk.core.own?.publicKey ?? zero]) {
      for (const bit of [0, 0x80]) {
        const frame = b.slice();
        frame.set(point, 4);
        frame[35] = (frame[35] ?? 0) | bit;
        refused(() => ratchetOpen(desk.core, frame));
      }
    }
    const own = desk.core.own ?? keyPair(zero);
    const reflected = own.publicKey.slice();
    reflected[31] = (reflected[31] ?? 0) | 0x80;
    expect(equalBytes(weakDh(own.secretKey, reflected), zero)).toBe(false);
    refused(() => dh(own.secretKey, reflected));
  });

  it('as the X25519 half of an X-Wing key, and keys of all zeros', () => {
    const good = teamKey.keys.publicKey;
    expect(encapsulate(good, seeded('good')).secret).toHaveLength(32);
    for (const point of LOW_ORDER) {
      const bad = good.slice();
      bad.set(point, 1184);
      refused(() => encapsulate(bad, seeded('bad')));
    }
    refused(() => encapsulate(new Uint8Array(1216), seeded('zeros')));
  });
});

describeStandard<{
  testGroups: { tests: { public: string; private: string; shared: string }[] }[];
}>('Wycheproof’s 31 zero secrets', 'wycheproof/x25519_test.json', (file) => {
  it('pass the weakened copy, and never ours', () => {
    const zeros = file.testGroups.flatMap(({ tests }) =>
      tests.filter(({ shared }) => /^0+$/.test(shared)),
    );
    expect(zeros).toHaveLength(31);
    for (const test of zeros) {
      expect(equalBytes(weakDh(hex(test.private), hex(test.public)), zero)).toBe(true);
      refused(() => dh(hex(test.private), hex(test.public)));
    }
  });
});
