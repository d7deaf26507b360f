import { must } from '../primitives/bad-frame.ts';
import { concat, lp, u8, u32 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { kdf } from '../primitives/kdf.ts';
import { pad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxSeal } from '../primitives/sbx.ts';
import { encapsulate } from '../primitives/x-wing.ts';
import { keyPair } from '../primitives/x25519.ts';
import { chainStep } from './chain.ts';
import type { Role, SessionState } from './session-state.ts';
import { continuationHeader, type StartHeader, startHeader } from './start-header.ts';
import { freshTranscripts } from './transcript.ts';

/** Without a secret of an earlier session: 32 zeros. */
export const NO_PSK = new Uint8Array(32);

/** What both sides of a START know beside the header. */
export type StartSecret = {
  /** 16 bytes */
  orgId: Uint8Array;
  /** H32 of the X-Wing public key */
  kemKeyHash: Uint8Array;
  /** RS of the session before, or NO_PSK */
  psk: Uint8Array;
  /** the KEM's secret */
  secret: Uint8Array;
};

function contextOf(orgId: Uint8Array, kemKeyHash: Uint8Array, h: StartHeader): Uint8Array {
  const mode = h.mode === 'intake' ? 1 : 2;
  const ids = concat(lp(orgId), lp(h.teamId), u32(h.epoch), u32(h.s));
  return concat(u8(1), u8(mode), ids, kemKeyHash, h32(h.ct), h.e0, h.mailboxId);
}

/** The four keys of a START (protocol 2.5), and the counters and transcripts of a new session. */
export function startKeys(role: Role, header: StartHeader, known: StartSecret) {
  const ctx = contextOf(known.orgId, known.kemKeyHash, header);
  const okm = kdf(known.psk, known.secret, 'start', ctx, 128);
  const ad = okm.slice(96);
  return {
    role,
    s: header.s,
    rootKey: okm.slice(0, 32),
    startChain: okm.slice(32, 64),
    claimKey: okm.slice(64, 96),
    ad,
    sendChain: null,
    receiveChain: null,
    sent: 0,
    received: 0,
    previousSent: 0,
    startCount: 0,
    skipped: [],
    quarantined: false,
    ...freshTranscripts(role, header.s, ad),
  };
}

/** To whom and for what a session is begun. */
export type StartTarget = Pick<StartHeader, 'mode' | 'teamId' | 'epoch' | 's' | 'mailboxId'> & {
  orgId: Uint8Array;
  /** X-Wing key of the team epoch, or RSM of the session before; 1216 bytes */
  kemPublicKey: Uint8Array;
  /** RS of the session before, or NO_PSK */
  psk: Uint8Array;
};

/**
 * Begins a session on the person's side.
 * @param random draws 64 bytes (KEM), then 32 (e0)
 * @returns the state and the header that the first frame must carry
 * @throws BadFrame for a bad public key
 */
export function beginStart(
  target: StartTarget,
  random: Random,
): { state: SessionState; header: Uint8Array } {
  const { ciphertext, secret } = encapsulate(target.kemPublicKey, random);
  const own = keyPair(random(32));
  const kemKeyHash = h32(target.kemPublicKey);
  const header: StartHeader = {
    mode: target.mode,
    keyId: kemKeyHash.slice(0, 8),
    teamId: target.teamId,
    epoch: target.epoch,
    s: target.s,
    ct: ciphertext,
    e0: own.publicKey,
    mailboxId: target.mailboxId,
  };
  const known = { orgId: target.orgId, kemKeyHash, psk: target.psk, secret };
  const state = { ...startKeys('person', header, known), own, peer: null };
  return { state, header: startHeader(header) };
}

/**
 * Encrypts one inner on the START chain, before the CLAIM.
 * @param firstHeader the header from `beginStart` for the first frame, null for all others
 * @param random one draw of 24 bytes
 * @throws BadFrame for an inner that is too long
 */
export function startSeal(
  state: SessionState,
  firstHeader: Uint8Array | null,
  innerBytes: Uint8Array,
  random: Random,
): { state: SessionState; frame: Uint8Array } {
  must(state.startChain !== null && (state.startCount === 0) === (firstHeader !== null));
  const { messageKey, next } = chainStep(state.startChain);
  const header = firstHeader ?? continuationHeader(state.s, state.startCount);
  const box = sbxSeal(messageKey, concat(state.ad, header), pad(innerBytes), random);
  return {
    state: { ...state, startChain: next, startCount: state.startCount + 1 },
    frame: concat(header, box),
  };
}
