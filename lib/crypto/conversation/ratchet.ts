import { FRAME, MAX_FRAME } from '../messages/kinds.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, reader, u8, u16, u32 } from '../primitives/bytes.ts';
import { pad, unpad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { dhPair, keyPair } from '../primitives/x25519.ts';
import { chainStep, rootStep } from './chain.ts';
import type { SessionState, SkippedKey } from './session-state.ts';

/** Bytes of a ratchet frame before its box: `01 03 | s u16 | dh 32 | PN u32 | N u32`. */
export const RATCHET_HEADER = 44;

const MAX_SKIP = 256;
const MAX_STORED = 16;

/** The numbers in the header of a ratchet frame. */
export type RatchetHeader = { dh: Uint8Array; previousSent: number; n: number };

function readHeader(frame: Uint8Array, s: number): RatchetHeader {
  must(frame.length <= MAX_FRAME);
  const r = reader(frame);
  must(r.u8() === FRAME.version && r.u8() === FRAME.ratchet && r.u16() === s);
  return { dh: r.take(32), previousSent: r.u32(), n: r.u32() };
}

// The sending half of a Diffie-Hellman step waits for the next message: a reader can then store
// a checkpoint without drawing a key (reading 32).
function withSendChain(state: SessionState, random: Random): SessionState {
  if (state.sendChain) return state;
  must(state.peer !== null);
  const own = keyPair(random(32));
  const { root, chain } = rootStep(state.rootKey, dhPair(own, state.peer));
  return { ...state, own, rootKey: root, sendChain: chain };
}

/**
 * Encrypts one inner under the Double Ratchet (Signal's specification, without header
 * encryption). `frame = header || SBX(MK, AD || header, padded inner)`.
 * @param random draws 32 bytes if a new chain begins, then 24
 * @throws BadFrame for an inner that is too long
 */
export function ratchetSeal(
  before: SessionState,
  innerBytes: Uint8Array,
  random: Random,
): { state: SessionState; frame: Uint8Array } {
  const padded = pad(innerBytes);
  const state = withSendChain(before, random);
  must(state.sendChain !== null && state.own !== null);
  const { messageKey, next } = chainStep(state.sendChain);
  const header = concat(
    u8(FRAME.version),
    u8(FRAME.ratchet),
    u16(state.s),
    state.own.publicKey,
    u32(state.previousSent),
    u32(state.sent),
  );
  const box = sbxSeal(messageKey, concat(state.ad, header), padded, random);
  return {
    state: { ...state, sendChain: next, sent: state.sent + 1 },
    frame: concat(header, box),
  };
}

// Steps over the receiving chain up to number `until`, keeping the keys of what was skipped.
function skipTo(state: SessionState, until: number): SessionState {
  if (!state.receiveChain || !state.peer) return state;
  must(until - state.received <= MAX_SKIP);
  let { receiveChain, received } = state;
  const skipped: SkippedKey[] = [...state.skipped];
  while (received < until) {
    const { messageKey, next } = chainStep(receiveChain);
    skipped.push({ dh: state.peer, n: received, mk: messageKey });
    receiveChain = next;
    received++;
  }
  return { ...state, receiveChain, received, skipped: skipped.slice(-MAX_STORED) };
}

// The receiving half of a Diffie-Hellman step. On the counsellor's side the first one ends START.
function withNewPeerKey(state: SessionState, header: RatchetHeader): SessionState {
  must(state.own !== null);
  const secret = dhPair(state.own, header.dh);
  const { root, chain } = rootStep(state.rootKey, secret);
  return {
    ...skipTo(state, header.previousSent),
    peer: header.dh,
    rootKey: root,
    receiveChain: chain,
    received: 0,
    previousSent: state.sent,
    sent: 0,
    sendChain: null,
    startChain: null,
    startCount: 0,
  };
}

function keyFor(
  before: SessionState,
  header: RatchetHeader,
): { state: SessionState; messageKey: Uint8Array } {
  must(before.peer !== null);
  const stored = before.skipped.find((key) => key.n === header.n && equalBytes(key.dh, header.dh));
  if (stored) {
    const skipped = before.skipped.filter((key) => key !== stored);
    return { state: { ...before, skipped }, messageKey: stored.mk };
  }
  const known = equalBytes(before.peer, header.dh);
  must(!known || header.n >= before.received);
  const state = skipTo(known ? before : withNewPeerKey(before, header), header.n);
  must(state.receiveChain !== null);
  const { messageKey, next } = chainStep(state.receiveChain);
  const received = state.received + 1;
  return { state: { ...state, receiveChain: next, received }, messageKey };
}

/**
 * Opens one ratchet frame of this session.
 * @returns the inner bytes without padding, not yet looked into
 * @throws BadFrame for every failure alike, a repeated frame included; `before` stays good
 */
export function ratchetOpen(
  before: SessionState,
  frame: Uint8Array,
): { state: SessionState; innerBytes: Uint8Array; header: RatchetHeader } {
  const header = readHeader(frame, before.s);
  const { state, messageKey } = keyFor(before, header);
  const ad = concat(state.ad, frame.subarray(0, RATCHET_HEADER));
  const padded = sbxOpen(messageKey, ad, frame.slice(RATCHET_HEADER));
  return { state, innerBytes: unpad(padded), header };
}
