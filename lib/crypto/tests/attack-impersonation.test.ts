import { describe, expect, it } from 'vitest';
import { BadFrame, must } from '../bad-frame.ts';
import { concat, equalBytes, lp, reader } from '../bytes.ts';
import { readAdminCert } from '../certificate-admin.ts';
import { ROLE, readDeviceCert } from '../certificate-device.ts';
import { buildClaim, claimHeader, claimKeys } from '../claim.ts';
import { acceptClaim } from '../claim-accept.ts';
import { pad, unpad } from '../padding.ts';
import { ratchetOpen, ratchetSeal } from '../ratchet.ts';
import { sbxOpen, sbxSeal } from '../sbx.ts';
import { innerOf, sendMessage } from '../session.ts';
import type { SessionState } from '../session-state.ts';
import { checkMember } from '../team-bundle.ts';
import { dhPair, keyPair } from '../x25519.ts';
import { refused } from './standards.ts';
import { claimed, expected, intake, mara, member, ok, opened, said, seeded } from './world.ts';

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
