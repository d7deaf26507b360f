import { decodeInner } from '../messages/inner.ts';
import { MAX_FRAME } from '../messages/kinds.ts';
import { readAdminCert } from '../organisation/certificate-admin.ts';
import { type DeviceCert, ROLE, readDeviceCert } from '../organisation/certificate-device.ts';
import { checkMember, type Expected } from '../organisation/team-bundle.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, reader } from '../primitives/bytes.ts';
import { unpad } from '../primitives/padding.ts';
import { sbxOpen } from '../primitives/sbx.ts';
import { X_WING } from '../primitives/x-wing.ts';
import { dhPair } from '../primitives/x25519.ts';
import { claimHeader, claimKeys } from './claim.ts';
import { ratchetOpen } from './ratchet.ts';
import { firstSeq, type SessionState } from './session-state.ts';

/** What an accepted CLAIM gives the person's side. */
export type AcceptedClaim = {
  state: SessionState;
  /** the counsellor's first inner message, not yet in the transcript */
  innerBytes: Uint8Array;
  /** who answered, checked up to the pinned roots */
  device: DeviceCert;
  /** RSM, to which a RESUME is written; 1216 bytes */
  rsmPublicKey: Uint8Array;
  /** RS, 32 bytes */
  resumeSecret: Uint8Array;
};

function splitFrame(frame: Uint8Array, s: number) {
  must(frame.length <= MAX_FRAME);
  const r = reader(frame);
  const header = claimHeader(s);
  must(equalBytes(r.take(header.length), header));
  return { header, a: r.lp(), b: r.rest() };
}

function readPlainA(plain: Uint8Array) {
  const r = reader(plain);
  const r0 = r.take(32);
  const certificates = reader(r.lp());
  const device = readDeviceCert(certificates);
  const admin = readAdminCert(certificates);
  certificates.end();
  const rsmPublicKey = r.take(X_WING.publicKey);
  r.end();
  return { r0, device, admin, rsmPublicKey };
}

/**
 * Accepts a CLAIM on the person's side: opens A, checks the certificates (role COUNSELLOR, right
 * team, valid now), derives the ratchet from r0 and DA, and opens B with it. Until B has opened
 * nothing changes, and the person waits on.
 * @throws BadFrame for every failure alike, and for a second CLAIM
 */
export function acceptClaim(
  before: SessionState,
  frame: Uint8Array,
  expected: Expected,
): AcceptedClaim {
  must(before.claimKey !== null && before.own !== null);
  const { header, a, b } = splitFrame(frame, before.s);
  const plain = unpad(sbxOpen(before.claimKey, concat(before.ad, header), a));
  const { r0, device, admin, rsmPublicKey } = readPlainA(plain);
  checkMember({ admin, device }, ROLE.counsellor, expected);
  const secrets = concat(dhPair(before.own, r0), dhPair(before.own, device.dhKey));
  const keys = claimKeys(before.rootKey, secrets, concat(header, a));
  const ready: SessionState = {
    ...before,
    peer: r0,
    rootKey: keys.rootKey,
    receiveChain: keys.chain,
    startChain: null,
    startCount: 0,
    claimKey: null,
  };
  const { state, innerBytes, header: h } = ratchetOpen(ready, b);
  must(equalBytes(h.dh, r0) && h.previousSent === 0 && h.n === 0);
  must(decodeInner(innerBytes).seq === firstSeq(before.s));
  return { state, innerBytes, device, rsmPublicKey, resumeSecret: keys.resumeSecret };
}
