import { FRAME } from '../messages/kinds.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, lp, u8, u16, u32 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { kdf } from '../primitives/kdf.ts';
import { pad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxSeal } from '../primitives/sbx.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { dhPair, type KeyPair, keyPair } from '../primitives/x25519.ts';
import { ratchetSeal } from './ratchet.ts';
import type { SessionState } from './session-state.ts';

/** `01 02 00 00 | s u32`, 8 bytes. */
export const claimHeader = (s: number): Uint8Array =>
  concat(u8(FRAME.version), u8(FRAME.claim), u16(0), u32(s));

/**
 * The keys of a CLAIM (protocol 2.6). DA goes in by Diffie-Hellman, not by signature: the person
 * knows who answers, and nobody can prove it to a third.
 * @param secrets X25519(r0, e0), then X25519(DA, e0)
 * @param bound hdrC || A
 */
export function claimKeys(rootKey: Uint8Array, secrets: Uint8Array, bound: Uint8Array) {
  const okm = kdf(rootKey, secrets, 'claim', h32(bound), 96);
  return { rootKey: okm.slice(0, 32), chain: okm.slice(32, 64), resumeSecret: okm.slice(64) };
}

/** Who claims: the raw certificates of the counsellor's own identity, and its DA pair. */
export type Claimer = { deviceCert: Uint8Array; adminCert: Uint8Array; dhKeys: KeyPair };

/** What a CLAIM gives the counsellor's side. */
export type Claimed = {
  state: SessionState;
  frame: Uint8Array;
  /** seed of the RSM pair, to which the person will write when they come back */
  rsmSeed: Uint8Array;
  /** RS, 32 bytes */
  resumeSecret: Uint8Array;
};

/**
 * Claims a session whose START frames were opened. Everybody else in the team is out from here:
 * they lack r0.
 * @param firstInner makes the first inner message from the state that will send it
 * @param random draws r0 (32), the RSM seed (32), two nonces (24 each)
 * @throws BadFrame if the session is claimed or quarantined
 */
export function buildClaim(
  before: SessionState,
  claimer: Claimer,
  firstInner: Uint8Array,
  random: Random,
): Claimed {
  must(before.claimKey !== null && before.peer !== null && !before.quarantined);
  const own = keyPair(random(32));
  const rsmSeed = random(32);
  const certificates = concat(claimer.deviceCert, claimer.adminCert);
  const plain = concat(own.publicKey, lp(certificates), xWingKeys(rsmSeed).publicKey);
  const header = claimHeader(before.s);
  const a = sbxSeal(before.claimKey, concat(before.ad, header), pad(plain), random);
  const secrets = concat(dhPair(own, before.peer), dhPair(claimer.dhKeys, before.peer));
  const keys = claimKeys(before.rootKey, secrets, concat(header, a));
  const claimed: SessionState = {
    ...before,
    own,
    rootKey: keys.rootKey,
    sendChain: keys.chain,
    claimKey: null,
  };
  const { state, frame: b } = ratchetSeal(claimed, firstInner, random);
  return { state, frame: concat(header, lp(a), b), rsmSeed, resumeSecret: keys.resumeSecret };
}
