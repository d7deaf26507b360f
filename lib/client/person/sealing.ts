import type { PersonSession } from '#lib/crypto/conversation/person.ts';
import { type SendRefusal, sendMessage } from '#lib/crypto/conversation/session.ts';
import type { Sendable } from '#lib/crypto/messages/content.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import { readId } from '#lib/protocol/read-id.ts';
import type { ChatPrefs } from './person-chat.ts';

/** A sealed frame with its id; both stay the same however often it has to be sent. */
export function newFrame(blob: Uint8Array, random: Random): Frame {
  return { frameId: readId(toHex(random(16))), blob: Uint8Array.from(blob) };
}

export type Sealed =
  | { ok: true; session: PersonSession; seq: number; frame: Frame; inner: Uint8Array }
  | { ok: false; code: SendRefusal };

/**
 * Seals one message. The new session is adopted at once, before the server answers: the frame stays in
 * the outbox until it is stored, so nothing ever has to be sealed a second time.
 * @param minute whole minutes since 1970, 0 for none
 */
export function seal(
  session: PersonSession,
  content: Sendable,
  minute: number,
  random: Random,
): Sealed {
  const sent = sendMessage(session, { content, minute }, random);
  if (!sent.ok) return sent;
  const { seq, inner } = sent;
  return { ok: true, session: sent.session, seq, inner, frame: newFrame(sent.frame, random) };
}

/** Language, country, age and danger as one message; cover traffic is not in version 1. */
export const prefsContent = (prefs: ChatPrefs): Sendable => ({
  type: 'prefs',
  prefs: { ...prefs, cover: false },
});
