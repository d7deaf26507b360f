import { encodeContent, type Sendable } from '../messages/content.ts';
import { decodeInner, encodeInner, MAX_BODY } from '../messages/inner.ts';
import type { Random } from '../primitives/random.ts';
import { ratchetSeal } from './ratchet.ts';
import { isClaimed, type SessionState, sessionOf } from './session-state.ts';
import { startSeal } from './start.ts';
import { recordOwn } from './transcript.ts';

/**
 * What both sides' sessions have in common. Sessions are immutable: each function returns a new
 * one, and the old one stays good if the new one cannot be stored or sent.
 */
export type AnySession = {
  readonly core: SessionState;
  /** 16 bytes */
  readonly mailboxId: Uint8Array;
  /** the peer has everything of this session below this seq: authenticated, so "Delivered" */
  readonly acknowledged: number;
  /** the peer has shown everything of this session below this seq: "Read" */
  readonly read: number;
};

/** Something to say: what, and when (whole minutes since 1970, 0 for no time). */
export type Outgoing = { content: Sendable; minute: number };

/** Why nothing can be sent: see the banner, shorten it, or begin a new session. */
export type SendRefusal = 'quarantined' | 'too_long' | 'exhausted';

export type Sent<S> =
  | {
      ok: true;
      session: S;
      /** sealed bytes for the relay; after a lost connection these same bytes go again */
      frame: Uint8Array;
      seq: number;
      /** the inner bytes, for the archive or for a second sending in a later session */
      inner: Uint8Array;
    }
  | { ok: false; code: SendRefusal };

/** The next inner message of a state: it takes the state's next number and acknowledges. */
export function innerOf(core: SessionState, { content, minute }: Outgoing): Uint8Array {
  const { kind, body } = encodeContent(content);
  const { nextSeq: seq, ack, peerT } = core;
  return encodeInner({ kind, seq, ack, peerT, minute, body });
}

/** Why this cannot be said now; null if it can. */
export function refusalOf(core: SessionState, content: Sendable): SendRefusal | null {
  if (core.quarantined) return 'quarantined';
  if (sessionOf(core.nextSeq + 1) !== core.s) return 'exhausted';
  return encodeContent(content).body.length > MAX_BODY ? 'too_long' : null;
}

// The person writes on the START chain until somebody has claimed the chat, then on the ratchet.
const sealInner = (core: SessionState, inner: Uint8Array, random: Random) =>
  isClaimed(core) ? ratchetSeal(core, inner, random) : startSeal(core, null, inner, random);

/**
 * Encrypts one message of a person or a counsellor.
 * @param random draws 32 bytes if a new ratchet chain begins, then 24
 */
export function sendMessage<S extends AnySession>(
  session: S,
  outgoing: Outgoing,
  random: Random,
): Sent<S> {
  const code = refusalOf(session.core, outgoing.content);
  if (code) return { ok: false, code };
  const inner = innerOf(session.core, outgoing);
  const { state, frame } = sealInner(session.core, inner, random);
  const core = recordOwn(state, inner);
  return { ok: true, session: { ...session, core }, frame, seq: session.core.nextSeq, inner };
}

/**
 * Encrypts the unchanged inner bytes of a message that an earlier session did not bring across.
 * It keeps its seq and stands outside this session's transcript (reading 2).
 */
export function sendAgain<S extends AnySession>(
  session: S,
  inner: Uint8Array,
  random: Random,
): Sent<S> {
  if (session.core.quarantined) return { ok: false, code: 'quarantined' };
  const { state, frame } = sealInner(session.core, inner, random);
  const { seq } = decodeInner(inner);
  return { ok: true, session: { ...session, core: state }, frame, seq, inner };
}

/** Whether the peer's client has this own message, on the peer's word and not the server's. */
export const isDelivered = (session: AnySession, seq: number): boolean =>
  sessionOf(seq) === session.core.s && seq < session.acknowledged;

/** Whether this own message was on the peer's visible, focused screen. */
export const isRead = (session: AnySession, seq: number): boolean =>
  sessionOf(seq) === session.core.s && seq < session.read;

/** Whether a message of the peer is missing before one that came. */
export const hasGap = (session: AnySession): boolean => session.core.waiting.length > 0;
