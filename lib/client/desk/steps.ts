import { type CheckpointMark, sealCheckpoint } from '#lib/crypto/conversation/checkpoint.ts';
import {
  type CounsellorResult,
  type CounsellorSession,
  receiveAsCounsellor,
} from '#lib/crypto/conversation/counsellor.ts';
import { type SendRefusal, sendAgain, sendMessage } from '#lib/crypto/conversation/session.ts';
import type { Sendable } from '#lib/crypto/messages/content.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { Checkpoint, Frame } from '#lib/protocol/frames.ts';
import { frameId } from '#lib/protocol/ids.ts';
import type { TeamRequests } from '#lib/protocol/team-events.ts';
import type * as z from '#lib/protocol/zod.ts';
import type { ConversationKeys, Held } from './held.ts';
import { archive, isKept, type Kept } from './records.ts';

/** The requests that move a conversation one checkpoint forward. */
export type StepEvent = 'conversation:send' | 'conversation:confirm' | 'conversation:end';

/**
 * One step, ready to be sent as often as it takes: the same bytes each time.
 * `next` holds once the server has answered `ok`, and not before.
 */
export type Step<E extends StepEvent = StepEvent> = {
  event: E;
  request: z.input<TeamRequests[E]>;
  next: Held;
};

/** Frames in one confirmation weigh at most this, so that the event stays below its limit. */
export const BATCH_BYTES = 48 * 1024;

/** Seals the checkpoint behind `last`. */
export function checkpointAfter(
  session: CounsellorSession,
  keys: ConversationKeys,
  last: CheckpointMark,
  random: Random,
): { checkpoint: Checkpoint; next: Held } {
  const { blob, mark } = sealCheckpoint(session, keys.csk, last, random);
  return { checkpoint: { n: mark.n, blob: Uint8Array.from(blob) }, next: { session, mark } };
}

/** A frame with a fresh id. */
export function newFrame(blob: Uint8Array, random: Random): Frame {
  return { frameId: frameId.parse(toHex(random(16))), blob: Uint8Array.from(blob) };
}

/**
 * Encrypts one message.
 * @param minute whole minutes since 1970
 */
export function sendStep(
  held: Held,
  keys: ConversationKeys,
  message: { content: Sendable; minute: number; event: 'conversation:send' | 'conversation:end' },
  random: Random,
): { ok: true; step: Step; seq: number; inner: Uint8Array } | { ok: false; code: SendRefusal } {
  const sent = sendMessage(held.session, message, random);
  if (!sent.ok) return sent;
  const kept: Kept[] = isKept(message.content) ? [{ sender: 'counsellor', inner: sent.inner }] : [];
  const { session, records } = archive(sent.session, keys, kept, random);
  const { checkpoint, next } = checkpointAfter(session, keys, held.mark, random);
  const frame = newFrame(sent.frame, random);
  const request = { mailboxId: keys.mailboxId, frame, checkpoint, archive: records };
  return {
    ok: true,
    step: { event: message.event, request, next },
    seq: sent.seq,
    inner: sent.inner,
  };
}

/** Encrypts once more what the session before did not bring across; it stands in the archive already. */
export function resendStep(
  held: Held,
  keys: ConversationKeys,
  inner: Uint8Array,
  random: Random,
): Step | null {
  const sent = sendAgain(held.session, inner, random);
  if (!sent.ok) return null;
  const { checkpoint, next } = checkpointAfter(sent.session, keys, held.mark, random);
  const frame = newFrame(sent.frame, random);
  const request = { mailboxId: keys.mailboxId, frame, checkpoint, archive: [] };
  return { event: 'conversation:send', request, next };
}

/** The first of `frames` that fit into one confirmation; at least one. */
export function oneBatch(frames: readonly Frame[]): readonly Frame[] {
  let bytes = 0;
  const end = frames.findIndex(({ blob }) => {
    bytes += blob.length;
    return bytes > BATCH_BYTES;
  });
  return end === -1 ? frames : frames.slice(0, Math.max(1, end));
}

/** Opens frames in order; every one of them is covered by the checkpoint, the unreadable too. */
export function receiveStep(
  held: Held,
  keys: ConversationKeys,
  frames: readonly Frame[],
  random: Random,
): { step: Step<'conversation:confirm'>; results: CounsellorResult[] } {
  let session = held.session;
  const kept: Kept[] = [];
  const results = frames.map(({ blob }) => {
    const received = receiveAsCounsellor(session, blob);
    session = received.session;
    const { result } = received;
    if (result.type === 'message' && isKept(result.message.content)) {
      kept.push({ sender: 'person', inner: result.message.inner });
    }
    return result;
  });
  const archived = archive(session, keys, kept, random);
  const { checkpoint, next } = checkpointAfter(archived.session, keys, held.mark, random);
  const received = frames.map((frame) => frame.frameId);
  const request = { mailboxId: keys.mailboxId, received, checkpoint, archive: archived.records };
  return { step: { event: 'conversation:confirm', request, next }, results };
}
