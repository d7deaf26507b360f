import { describe, expect, it } from 'vitest';
import { buildClaim, type Claimer, claimHeader, claimKeys } from '../conversation/claim.ts';
import { acceptClaim } from '../conversation/claim-accept.ts';
import { ratchetOpen, ratchetSeal } from '../conversation/ratchet.ts';
import { innerOf, sendMessage } from '../conversation/session.ts';
import type { SessionState } from '../conversation/session-state.ts';
import { issueAdminCert, readAdminCert } from '../organisation/certificate-admin.ts';
import { issueDeviceCert, ROLE, readDeviceCert } from '../organisation/certificate-device.ts';
import { checkMember } from '../organisation/team-bundle.ts';
import { BadFrame, must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, lp, reader } from '../primitives/bytes.ts';
import { pad, unpad } from '../primitives/padding.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { signingPublicKey } from '../primitives/signature.ts';
import { hoursOfDays, isWithin } from '../primitives/time-units.ts';
import { dhPair, keyPair } from '../primitives/x25519.ts';
import { refused } from './standards.ts';
import {
  claimed,
  expected,
  intake,
  mara,
  member,
  ok,
  opened,
  orgId,
  said,
  seeded,
} from './world.ts';

const random = seeded('thief');

type Peer = { own: SessionState['own']; peer: SessionState['peer'] };

/** Weakened copy of the key mix: the ephemeral secret alone, DA left out (model m2b). */
function weakSecrets({ own, peer }: Peer): Uint8Array {
  must(own !== null && peer !== null);
  return dhPair(own, peer);
}

/** Weakened copy of `acceptClaim`: the same checks, but DA is not mixed in. */
function weakAccept(before: SessionState, frame: Uint8Array) {
  must(before.claimKey !== null);
  const r = reader(frame);
  const header = r.take(8);
  const a = r.lp();
  const plain = reader(unpad(sbxOpen(before.claimKey, concat(before.ad, header), a)));
  const peer = plain.take(32);
  const certificates = reader(plain.lp());
  const device = readDeviceCert(certificates);
  checkMember({ device, admin: readAdminCert(certificates) }, ROLE.counsellor, expected);
  const secrets = weakSecrets({ own: before.own, peer });
  const keys = claimKeys(before.rootKey, secrets, concat(header, a));
  const ready = {
    ...before,
    peer,
    rootKey: keys.rootKey,
    receiveChain: keys.chain,
    claimKey: null,
  };
  return { device, ...ratchetOpen(ready, r.rest()) };
}

/** Whoever stole the team key claims with Mara's public certificates and no key of hers. */
function forge(start: SessionState, secrets: (peer: Peer) => Uint8Array): Uint8Array {
  must(start.claimKey !== null);
  const own = keyPair(random(32));
  const certificates = lp(concat(mara.deviceCert, mara.adminCert));
  const header = claimHeader(start.s);
  const plain = pad(concat(own.publicKey, certificates, random(1216)));
  const a = sbxSeal(start.claimKey, concat(start.ad, header), plain, random);
  const keys = claimKeys(start.rootKey, secrets({ own, peer: start.peer }), concat(header, a));
  const state = { ...start, own, rootKey: keys.rootKey, sendChain: keys.chain, claimKey: null };
  const b = ratchetSeal(state, innerOf(start, said('I am Mara, trust me')), random).frame;
  return concat(header, lp(a), b);
}

describe('a thief of the team key', () => {
  it('speaks as Mara where DA is not mixed in, and to nobody here', () => {
    const { frames, person } = intake('thief');
    const [start] = opened(frames).starts;
    if (!start) throw new Error('the thief cannot even read');
    const frame = forge(start.session.core, weakSecrets);
    expect(weakAccept(person.core, frame).device.displayName).toBe('Mara');
    refused(() => acceptClaim(person.core, frame, expected));

    const guess = (peer: Peer) => concat(weakSecrets(peer), new Uint8Array(32));
    refused(() => acceptClaim(person.core, forge(start.session.core, guess), expected));
  });

  it('reads the intake, and nothing after the claim', () => {
    const { frames, claim, desk, random: r } = claimed('reader');
    const [start] = opened(frames).starts;
    if (!start) throw new Error('nothing opened');
    const core = start.session.core;
    // What is in the claim they can read, but r0 and e0 are missing.
    const a = reader(claim.frame.slice(8)).lp();
    const plain = sbxOpen(core.claimKey ?? a, concat(core.ad, claimHeader(0)), a);
    const r0 = unpad(plain).slice(0, 32);
    const b = claim.frame.slice(8 + 2 + a.length);
    for (const secrets of [new Uint8Array(64), concat(r0, mara.dhKeys.publicKey)]) {
      const keys = claimKeys(core.rootKey, secrets, concat(claimHeader(0), a));
      const guess: SessionState = { ...core, peer: r0, receiveChain: keys.chain, claimKey: null };
      refused(() => ratchetOpen(guess, b));
    }
    const next = ok(sendMessage(desk, said('between us'), r));
    refused(() => ratchetOpen({ ...core, own: keyPair(random(32)) }, next.frame));
  });
});

describe('an insider with a key of their own', () => {
  it('can only claim under their own name', () => {
    const { frames, person } = intake('insider');
    const [start] = opened(frames).starts;
    if (!start) throw new Error('nothing opened');
    const lena = member('Lena');
    const asMara = (peer: Peer) => {
      must(peer.peer !== null);
      return concat(weakSecrets(peer), dhPair(lena.dhKeys, peer.peer));
    };
    refused(() => acceptClaim(person.core, forge(start.session.core, asMara), expected));
  });

  it('cannot begin a session anywhere but at its beginning', () => {
    const { start, person, random: r, claim } = claimed('beginning');
    const { core } = start.session;
    const accepts = (before: SessionState, inner: Uint8Array) =>
      acceptClaim(person.core, buildClaim(before, mara, inner, r).frame, expected);
    expect(accepts(core, claim.inner).device.displayName).toBe('Mara');
    refused(() => accepts({ ...core, previousSent: 5 }, claim.inner));
    refused(() => accepts({ ...core, sent: 1 }, claim.inner));
    refused(() => accepts(core, innerOf({ ...core, nextSeq: 1 }, said('second'))));
    refused(() => buildClaim({ ...core, quarantined: true }, mara, claim.inner, r));
  });

  it('needs the role of a counsellor: a key officer’s certificate does not claim', () => {
    const officer = member('Demo Help', ROLE.keyOfficer);
    const device = readDeviceCert(reader(officer.deviceCert));
    const admin = readAdminCert(reader(officer.adminCert));
    expect(() => checkMember({ device, admin }, ROLE.keyOfficer, expected)).not.toThrow();
    expect(() => checkMember({ device, admin }, ROLE.counsellor, expected)).toThrow(BadFrame);
    expect(equalBytes(device.dhKey, officer.dhKeys.publicKey)).toBe(true);
  });
});

type Who = Parameters<typeof checkMember>[0];

/** Weakened copy of `acceptClaim`: honest in all but how it looks at who claims. */
function carelessAccept(before: SessionState, frame: Uint8Array, check: (who: Who) => void) {
  must(before.claimKey !== null && before.own !== null);
  const r = reader(frame);
  const header = r.take(8);
  const a = r.lp();
  const plain = reader(unpad(sbxOpen(before.claimKey, concat(before.ad, header), a)));
  const peer = plain.take(32);
  const certificates = reader(plain.lp());
  const device = readDeviceCert(certificates);
  check({ device, admin: readAdminCert(certificates) });
  const secrets = concat(dhPair(before.own, peer), dhPair(before.own, device.dhKey));
  const { rootKey, chain: receiveChain } = claimKeys(before.rootKey, secrets, concat(header, a));
  ratchetOpen({ ...before, peer, rootKey, receiveChain, claimKey: null }, r.rest());
  return device.displayName;
}

describe('a claim that is right in every byte, by somebody who may not', () => {
  function claimBy(name: string, claimer: Claimer) {
    const { start, person, claim, random: r } = claimed(name);
    const { frame } = buildClaim(start.session.core, claimer, claim.inner, r);
    return { person: person.core, frame };
  }

  it('an honest counsellor is accepted, by both', () => {
    const { person, frame } = claimBy('honest', mara);
    expect(acceptClaim(person, frame, expected).device.displayName).toBe('Mara');
    const checked = (who: Who) => checkMember(who, ROLE.counsellor, expected);
    expect(carelessAccept(person, frame, checked)).toBe('Mara');
  });

  it('a key officer, where no role is asked for', () => {
    const { person, frame } = claimBy('officer', member('Officer', ROLE.keyOfficer));
    const anyRole = (who: Who) => checkMember(who, 0, expected);
    expect(carelessAccept(person, frame, anyRole)).toBe('Officer');
    refused(() => acceptClaim(person, frame, expected));
  });

  it('a device whose two weeks are over, where only the year of its admin is looked at', () => {
    const { person, frame } = claimBy('late', mara);
    const later = { ...expected, nowHour: expected.nowHour + 24 * 30 };
    const adminOnly = ({ device, admin }: Who) => {
      checkMember({ device, admin }, ROLE.counsellor, expected);
      must(isWithin(hoursOfDays(admin), later.nowHour));
    };
    expect(carelessAccept(person, frame, adminOnly)).toBe('Mara');
    refused(() => acceptClaim(person, frame, later));
  });

  it('a member of an admin whom other roots signed, where the roots are not asked', () => {
    const [root, admin] = [random(32), random(32)];
    const { device } = parsedOf(mara);
    const { notBefore, notAfter } = device;
    const days = { notBefore, notAfter };
    const fields = { orgId, publicKey: signingPublicKey(admin), ...days };
    const dhKeys = keyPair(random(32));
    const body = { ...device, displayName: 'Stranger', dhKey: dhKeys.publicKey };
    const stranger = {
      adminCert: issueAdminCert(fields, [{ rootIndex: 0, seed: root }]),
      deviceCert: issueDeviceCert(body, admin),
      dhKeys,
    };
    const { person, frame } = claimBy('stranger', stranger);
    const ownRoots = { ...expected.roots, rootKeys: [signingPublicKey(root)] };
    const theirWord = (who: Who) =>
      checkMember(who, ROLE.counsellor, { ...expected, roots: ownRoots });
    expect(carelessAccept(person, frame, theirWord)).toBe('Stranger');
    refused(() => acceptClaim(person, frame, expected));
  });

  const parsedOf = ({ deviceCert }: Claimer) => ({ device: readDeviceCert(reader(deviceCert)) });
});
