import { type Content, decodeContent } from '../messages/content.ts';
import { decodeInner, type Inner } from '../messages/inner.ts';
import { FRAME } from '../messages/kinds.ts';
import { orNull } from '../primitives/bad-frame.ts';
import type { AnySession } from './session.ts';
import { type Role, type SessionState, sessionOf } from './session-state.ts';
import { acceptInner } from './transcript.ts';

/** A message of the peer that arrived for the first time in this session. */
export type Received = {
  seq: number;
  /** whole minutes since 1970 by the sender's clock, 0 for none */
  minute: number;
  content: Content;
  /** at least one message before it is missing: show it below "a message is missing" */
  gap: boolean;
  /** repeated from a session before this one: show it only if this seq was never shown */
  earlier: boolean;
  /** what the peer had when it wrote this; of an earlier session, it acknowledges parked messages */
  ack: number;
  /** the inner bytes, for the archive */
  inner: Uint8Array;
};

/** What became of a frame. Only `message` and `quarantined` change the session visibly. */
export type Result =
  | { type: 'message'; message: Received }
  /** a seq that came before, in another frame: show nothing */
  | { type: 'duplicate'; seq: number }
  /** a frame of an earlier session, or a START that is no longer wanted: ignore */
  | { type: 'stale' }
  /** it does not open; unless the relay repeated it, both sides show "could not be read" */
  | { type: 'unreadable' }
  /** the two sides no longer agree on what was said: red banner, a new session is needed */
  | { type: 'quarantined' };

const SENDER: Partial<Record<Content['type'], Role>> = {
  'consent-grant': 'person',
  'consent-request': 'counsellor',
  'park-key': 'person',
  clear: 'counsellor',
  prefs: 'person',
  readers: 'counsellor',
  typing: 'counsellor',
};

// What only the other side may say is authentic and in the transcript, but has no effect.
function contentFor(receiver: Role, inner: Inner): Content {
  const content = decodeContent(inner.kind, inner.body);
  const from = SENDER[content.type];
  return from === receiver ? { type: 'unknown', kind: inner.kind } : content;
}

function withReceipts<S extends AnySession>(session: S, core: SessionState, inner: Inner): S {
  const { s, nextSeq } = core;
  const ours = (mark: number) => sessionOf(mark) === s && mark <= nextSeq;
  const content = decodeContent(inner.kind, inner.body);
  const read = content.type === 'ack' && content.read !== null ? content.read : 0;
  return {
    ...session,
    core,
    acknowledged: ours(inner.ack)
      ? Math.max(session.acknowledged, inner.ack)
      : session.acknowledged,
    read: ours(read) ? Math.max(session.read, read) : session.read,
  };
}

/**
 * Takes opened inner bytes into a session: transcript, receipts, content.
 * @param core the state after the frame was opened
 * @throws BadFrame for inner bytes that do not parse
 */
export function takeInner<S extends AnySession>(
  session: S,
  core: SessionState,
  innerBytes: Uint8Array,
): { session: S; result: Result } {
  const { state, accepted } = acceptInner(core, innerBytes);
  if (accepted.type === 'quarantined') {
    return { session: { ...session, core: state }, result: { type: 'quarantined' } };
  }
  const { inner } = accepted;
  const next = withReceipts(session, state, inner);
  if (accepted.type === 'duplicate') {
    return { session: next, result: { type: 'duplicate', seq: inner.seq } };
  }
  const content = contentFor(state.role, inner);
  const { gap, earlier } = accepted;
  const { seq, minute, ack } = inner;
  const message = { seq, minute, content, gap, earlier, ack, inner: innerBytes };
  return { session: next, result: { type: 'message', message } };
}

/**
 * The session that a CLAIM or a ratchet frame names, before anything of it is believed. It stands at byte 4
 * of a CLAIM (u32) and at byte 2 of a ratchet frame (u16).
 */
export function sessionOfFrame(frame: Uint8Array): number {
  const at = frame[1] === FRAME.claim ? 6 : 2;
  return frame.subarray(at, at + 2).reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Runs one receiving step: a refused frame leaves the session exactly as it was. */
export const refusing = <S extends AnySession, R>(
  session: S,
  step: () => { session: S; result: R },
): { session: S; result: R | { type: 'unreadable' } } =>
  orNull(step) ?? { session, result: { type: 'unreadable' } };

/** As `refusing`; and a quarantined session accepts nothing. */
export const receiving = <S extends AnySession, R>(
  session: S,
  step: () => { session: S; result: R },
): { session: S; result: R | { type: 'unreadable' } | { type: 'quarantined' } } =>
  session.core.quarantined ? { session, result: { type: 'quarantined' } } : refusing(session, step);

/** Inner bytes as a sender's own message, for a log that is rebuilt from an archive. */
export function readInner(innerBytes: Uint8Array): Omit<Received, 'gap' | 'earlier'> {
  const { seq, minute, ack, kind, body } = decodeInner(innerBytes);
  return { seq, minute, ack, content: decodeContent(kind, body), inner: innerBytes };
}
