import { openArchive } from '#lib/crypto/conversation/archive.ts';
import { type CheckpointMark, openCheckpoint } from '#lib/crypto/conversation/checkpoint.ts';
import { readInner } from '#lib/crypto/conversation/receive.ts';
import type { Role } from '#lib/crypto/conversation/session-state.ts';
import type { Prefs } from '#lib/crypto/messages/content.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import type { ConversationView } from '#lib/protocol/team/conversation-events.ts';
import { openWrap } from '../team/conversation-wraps.ts';
import { consentGround, type OwnMessage } from './chat-state.ts';
import { type ConversationKeys, conversationKeys, type Held } from './held.ts';
import { type Margin, openedMargin } from './margin.ts';
import { orNull } from './or-null.ts';
import type { DeskMember } from './own-device.ts';
import { type Proposals, withConsentMessage } from './proposals.ts';
import { addMarks, addNotice, addOwn, addTheirs, emptyThread, type Thread } from './thread.ts';

/** A conversation as the server keeps it, opened. */
export type Restored = {
  keys: ConversationKeys;
  held: Held;
  thread: Thread;
  person: Prefs | null;
  /** Who said CLOSE; null when nobody did. */
  closedBy: 'us' | 'person' | null;
  proposals: Proposals;
  margin: Margin;
  /** Our messages, as the ratchet carried them. */
  own: readonly OwnMessage[];
};

/** Why a stored conversation cannot go on here. */
export type RestoreAlarm = 'locked' | 'rollback';

type Replayed = Pick<Restored, 'thread' | 'person' | 'closedBy' | 'proposals' | 'own'>;

// One message of the archive; null where a record is missing or does not open.
function readRecord(keys: ConversationKeys, view: ConversationView, at: number) {
  const record = view.archive[at];
  if (record?.i !== at) return null;
  const sender: Role = record.direction === 0 ? 'person' : 'counsellor';
  const place = { mailboxId: fromHex(keys.mailboxId), index: at, sender } as const;
  const message = orNull(() => readInner(openArchive(keys.ask, place, record.blob)));
  return message && { sender, ...message };
}

function replay(
  before: Replayed,
  message: ReturnType<typeof readRecord>,
  at: number,
  held: Held,
): Replayed {
  if (!message) return { ...before, thread: addNotice(before.thread, 'message_missing') };
  const { sender, content, seq, minute, ack, inner } = message;
  const ours = sender === 'counsellor';
  const own = ours ? [...before.own, { seq, inner }] : before.own;
  const thread = ours ? before.thread : addMarks(before.thread, { delivered: ack });
  switch (content.type) {
    case 'text':
      return ours
        ? { ...before, own, thread: addOwn(thread, `a${at}`, content.text, minute, seq) }
        : { ...before, thread: addTheirs(thread, seq, content.text, minute) };
    case 'prefs':
      return { ...before, thread, person: ours ? before.person : content.prefs };
    case 'close':
      return { ...before, thread, closedBy: ours ? 'us' : 'person' };
    default: {
      const proposals = withConsentMessage(
        before.proposals,
        sender,
        content,
        consentGround(held, seq),
      );
      return { ...before, own, thread, proposals };
    }
  }
}

/**
 * Opens what the server keeps of a conversation: key out of the wrap, state out of the checkpoint,
 * messages out of the archive. A record that is missing or does not open leaves a visible notice.
 * @param known the newest checkpoint that this member remembers of it; null for none
 * @returns `rollback`: the server shows an older state than remembered
 */
export function restore(
  member: DeskMember,
  view: ConversationView,
  known: CheckpointMark | null,
): ({ ok: true } & Restored) | { ok: false; alarm: RestoreAlarm } {
  const csk = openWrap(member, view.mailboxId, view.wrap)?.csk;
  if (!csk) return { ok: false, alarm: 'locked' };
  const { n, blob } = view.checkpoint;
  const mailboxId = fromHex(view.mailboxId);
  const opened = orNull(() => ({ state: openCheckpoint(blob, { csk, mailboxId, n }, known) }));
  if (!opened) return { ok: false, alarm: 'locked' };
  if (!opened.state) return { ok: false, alarm: 'rollback' };
  const held: Held = opened.state;
  const keys = conversationKeys(view.mailboxId, csk);
  let replayed: Replayed = {
    ...{ thread: emptyThread, person: null, closedBy: null, proposals: [], own: [] },
  };
  for (let at = 0; at < held.session.archiveCount; at++) {
    replayed = replay(replayed, readRecord(keys, view, at), at, held);
  }
  return { ok: true, keys, held, margin: openedMargin(keys, view.margin), ...replayed };
}
