import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, type Reader, reader, u8, u32 } from '../primitives/bytes.ts';
import { type KeyPair, keyPair } from '../primitives/x25519.ts';
import { isClaimed, type SessionState, type SkippedKey, type Waiting } from './session-state.ts';
import { MOST_WAITING } from './transcript.ts';

const NONE = new Uint8Array(32);
const HAS = { sendChain: 1, receiveChain: 2, startChain: 4, claimed: 8, quarantined: 16 };
const FORMAT = 1;

function flagsOf(state: SessionState): number {
  return (
    (state.sendChain ? HAS.sendChain : 0) |
    (state.receiveChain ? HAS.receiveChain : 0) |
    (state.startChain ? HAS.startChain : 0) |
    (isClaimed(state) ? HAS.claimed : 0) |
    (state.quarantined ? HAS.quarantined : 0)
  );
}

/** The one encoding of a state (reading 33): at most 2,518 bytes. */
export function encodeState(state: SessionState): Uint8Array {
  return concat(
    u8(FORMAT),
    u8(state.role === 'person' ? 0 : 1),
    u32(state.s),
    u8(flagsOf(state)),
    state.ad,
    state.own?.secretKey ?? NONE,
    state.peer ?? NONE,
    state.rootKey,
    state.sendChain ?? NONE,
    state.receiveChain ?? NONE,
    state.startChain ?? NONE,
    state.claimKey ?? NONE,
    u32(state.sent),
    u32(state.received),
    u32(state.previousSent),
    u32(state.startCount),
    u8(state.skipped.length),
    ...state.skipped.flatMap((key) => [key.dh, u32(key.n), key.mk]),
    u32(state.nextSeq),
    u32(state.ack),
    state.peerT,
    u8(state.waiting.length),
    ...state.waiting.flatMap((message) => [u32(message.seq), message.hash]),
    u8(state.ownT.length),
    ...state.ownT,
  );
}

function optional(r: Reader, present: boolean): Uint8Array | null {
  const bytes = r.take(32);
  // An absent key is zeros, so that a state has one encoding and a relic cannot hide in it.
  must(present || equalBytes(bytes, NONE));
  return present ? bytes : null;
}

function optionalPair(r: Reader, present: boolean): KeyPair | null {
  const secret = optional(r, present);
  return secret && keyPair(secret);
}

function list<T>(r: Reader, most: number, one: () => T): T[] {
  const count = r.u8();
  must(count <= most);
  return Array.from({ length: count }, one);
}

function header(r: Reader) {
  must(r.u8() === FORMAT);
  const role = r.u8();
  must(role <= 1);
  const s = r.u32();
  must(s < 0x10000);
  const has = r.u8();
  must(has < 32);
  return { person: role === 0, s, has: (flag: number) => (has & flag) !== 0 };
}

/**
 * Undoes `encodeState`.
 * @throws BadFrame
 */
export function decodeState(bytes: Uint8Array): SessionState {
  const r = reader(bytes);
  const { person, s, has } = header(r);
  const claimed = has(HAS.claimed);
  const state: SessionState = {
    role: person ? 'person' : 'counsellor',
    s,
    quarantined: has(HAS.quarantined),
    ad: r.take(32),
    own: optionalPair(r, person || claimed),
    peer: optional(r, !person || claimed),
    rootKey: r.take(32),
    sendChain: optional(r, has(HAS.sendChain)),
    receiveChain: optional(r, has(HAS.receiveChain)),
    startChain: optional(r, has(HAS.startChain)),
    claimKey: optional(r, !claimed),
    sent: r.u32(),
    received: r.u32(),
    previousSent: r.u32(),
    startCount: r.u32(),
    skipped: list(r, 16, (): SkippedKey => ({ dh: r.take(32), n: r.u32(), mk: r.take(32) })),
    nextSeq: r.u32(),
    ack: r.u32(),
    peerT: r.take(16),
    waiting: list(
      r,
      MOST_WAITING + (has(HAS.quarantined) ? 1 : 0),
      (): Waiting => ({ seq: r.u32(), hash: r.take(32) }),
    ),
    ownT: list(r, 32, () => r.take(16)),
  };
  r.end();
  must(state.ownT.length > 0);
  state.waiting.reduce((before, { seq }) => {
    must(seq > before);
    return seq;
  }, state.ack);
  return state;
}
