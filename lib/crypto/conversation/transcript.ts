import { decodeInner, type Inner } from '../messages/inner.ts';
import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, u8 } from '../primitives/bytes.ts';
import { h32, sha512 } from '../primitives/hash.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import {
  firstSeq,
  type Role,
  type SessionState,
  sessionOf,
  type Waiting,
} from './session-state.ts';

/** The directions of a transcript and of archive records: 0 sent by the person, 1 to them. */
export const directionOf = (sender: Role): 0 | 1 => (sender === 'person' ? 0 : 1);

const KEPT = 32;
/** Messages that may wait behind a gap; one more quarantines the session, and stays counted. */
export const MOST_WAITING = 16;

/** The transcript hash of one direction before its first message, 16 bytes. */
export const transcriptStart = (ad: Uint8Array, sender: Role): Uint8Array =>
  kdf(EMPTY, ad, 'th', u8(directionOf(sender)), 16);

/** The transcript hash after one more message, given H32 of its inner bytes. */
export const transcriptStep = (t: Uint8Array, innerHash: Uint8Array): Uint8Array =>
  sha512(concat(t, innerHash)).slice(0, 16);

/** The counters and transcripts of a new session. */
export function freshTranscripts(role: Role, s: number, ad: Uint8Array) {
  const peer = role === 'person' ? 'counsellor' : 'person';
  return {
    nextSeq: firstSeq(s),
    ack: firstSeq(s),
    peerT: transcriptStart(ad, peer),
    waiting: [],
    ownT: [transcriptStart(ad, role)],
  };
}

/** The state after sending one inner, which takes the next number. */
export function recordOwn(state: SessionState, innerBytes: Uint8Array): SessionState {
  const last = state.ownT.at(-1);
  must(last !== undefined);
  const ownT = [...state.ownT, transcriptStep(last, h32(innerBytes))].slice(-KEPT);
  return { ...state, nextSeq: state.nextSeq + 1, ownT };
}

/** What became of an inner that was opened. */
export type Acceptance =
  /** `gap`: at least one message before it is missing; `earlier`: of a session before this one */
  | { type: 'message'; inner: Inner; gap: boolean; earlier: boolean }
  | { type: 'duplicate'; inner: Inner }
  | { type: 'quarantined' };

// Both sides must agree on what was said: an acknowledgement of what was never sent, or of other
// words, means that somebody rolled one side back (reading 2).
function disagrees(state: SessionState, inner: Inner): boolean {
  if (sessionOf(inner.ack) !== state.s) return false;
  if (inner.ack > state.nextSeq) return true;
  const known = state.ownT[state.ownT.length - 1 - (state.nextSeq - inner.ack)];
  return known !== undefined && !equalBytes(known, inner.peerT);
}

function advance(state: SessionState, hash: Uint8Array): SessionState {
  let { ack, peerT } = { ack: state.ack + 1, peerT: transcriptStep(state.peerT, hash) };
  const waiting = [...state.waiting];
  while (waiting[0]?.seq === ack) {
    peerT = transcriptStep(peerT, waiting[0].hash);
    waiting.shift();
    ack++;
  }
  return { ...state, ack, peerT, waiting };
}

const insert = (waiting: readonly Waiting[], one: Waiting): Waiting[] =>
  [...waiting, one].sort((a, b) => a.seq - b.seq);

const quarantined = (state: SessionState): { state: SessionState; accepted: Acceptance } => ({
  state: { ...state, quarantined: true },
  accepted: { type: 'quarantined' },
});

/**
 * Takes an inner into the transcript: once, in order of seq, up to the first gap.
 * The 17th message behind a gap, or a disagreement, quarantines the session.
 * @throws BadFrame for an inner that does not parse or is of a later session
 */
export function acceptInner(
  state: SessionState,
  innerBytes: Uint8Array,
): { state: SessionState; accepted: Acceptance } {
  const inner = decodeInner(innerBytes);
  // The last number of a session is never used: its successor would be of the next session.
  must(sessionOf(inner.seq + 1) <= state.s);
  if (disagrees(state, inner)) return quarantined(state);
  if (sessionOf(inner.seq) < state.s) {
    return { state, accepted: { type: 'message', inner, gap: false, earlier: true } };
  }
  if (inner.seq < state.ack || state.waiting.some(({ seq }) => seq === inner.seq)) {
    return { state, accepted: { type: 'duplicate', inner } };
  }
  const hash = h32(innerBytes);
  if (inner.seq === state.ack) {
    const accepted = { type: 'message', inner, gap: false, earlier: false } as const;
    return { state: advance(state, hash), accepted };
  }
  const behind = { ...state, waiting: insert(state.waiting, { seq: inner.seq, hash }) };
  if (behind.waiting.length > MOST_WAITING) return quarantined(behind);
  return { state: behind, accepted: { type: 'message', inner, gap: true, earlier: false } };
}
