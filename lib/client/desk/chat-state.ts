import { sessionOf } from '#lib/crypto/conversation/session-state.ts';
import type { Prefs, Sendable } from '#lib/crypto/messages/content.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { FrameId, MailboxId } from '#lib/protocol/ids.ts';
import type { Presence } from '#lib/protocol/team/conversation-events.ts';
import { type AckState, noAcks } from '../ticks/ack-schedule.ts';
import { tickOf } from '../ticks/ticks.ts';
import type { ConversationKeys, Held } from './held.ts';
import type { Margin } from './margin.ts';
import type { ConsentGround, Proposals } from './proposals.ts';
import type { Restored } from './restore.ts';
import { addMarks, addOwn, type Thread } from './thread.ts';

/** A text that is not stored yet. */
export type OutboxItem = {
  id: string;
  text: string;
  minute: number;
  /** What is sent instead of a text, and does not stand in the log. */
  content?: Sendable;
  /** Inner bytes of a message that the session before a repair did not bring across. */
  again?: Uint8Array;
};

/** A message of ours, as the ratchet carried it. */
export type OwnMessage = { seq: number; inner: Uint8Array };

/** Everything about one conversation that changes. Immutable: steps return a new one. */
export type ChatState = {
  readonly mailboxId: MailboxId;
  readonly keys: ConversationKeys;
  readonly held: Held;
  readonly thread: Thread;
  readonly person: Prefs | null;
  readonly presence: Presence;
  /** `ending`: CLOSE is on its way, behind what stands in the outbox. */
  readonly phase: 'open' | 'ending' | 'ended';
  readonly closedBy: 'us' | 'person' | null;
  /** It ends because it was abused: the server asks a little work of who comes next. */
  readonly abusive: boolean;
  /** Nothing is sent or received any more. */
  readonly alarm: 'rollback' | 'quarantine' | 'locked' | null;
  /** Frames that arrived and are not covered by a stored checkpoint, in order. */
  readonly inbox: readonly Frame[];
  /** Frames that a stored checkpoint covers: the relay may repeat them. */
  readonly handled: ReadonlySet<FrameId>;
  readonly outbox: readonly OutboxItem[];
  readonly acks: AckState;
  /** The counsellor is writing, and when a TYPING frame last left (ms). */
  readonly typing: { wanted: boolean; last: number | null };
  /** Their screen is to be cleared, before anything else is sent. */
  readonly clearing: boolean;
  /** Signals that were proposed to the person, and what they decided. */
  readonly proposals: Proposals;
  /** What this counsellor keeps beside it. */
  readonly margin: Margin;
  /** Our messages that the person has not acknowledged: a repair says them again. */
  readonly unconfirmed: readonly OwnMessage[];
  /** Everything of the person below this seq was on this desk's visible screen. */
  readonly seen: number;
};

/** A conversation that was just taken or read from the server. */
export function openState(
  opened: Omit<Restored, 'closedBy'>,
  view: {
    presence: Presence;
    frames: readonly Frame[];
    closed: boolean;
    closedBy: 'us' | 'person' | null;
  },
): ChatState {
  const { keys, held, thread, person, proposals, margin, own } = opened;
  return {
    mailboxId: keys.mailboxId,
    keys,
    held,
    thread,
    person,
    presence: view.presence,
    phase: view.closed ? 'ended' : 'open',
    closedBy: view.closedBy,
    abusive: false,
    alarm: held.session.core.quarantined ? 'quarantine' : null,
    inbox: view.frames,
    handled: new Set(),
    outbox: [],
    acks: noAcks,
    typing: { wanted: false, last: null },
    clearing: false,
    proposals,
    margin,
    unconfirmed: unconfirmedOf(own, thread),
    seen: answeredUpTo(thread),
  };
}

// After a reload nobody knows what was on the screen. What came after our last text counts as
// unread: better to look twice than to leave somebody without an answer.
function answeredUpTo(thread: Thread): number {
  const lastOwn = thread.entries.findLastIndex(
    (entry) => entry.kind === 'message' && entry.from === 'us',
  );
  const before = thread.entries.slice(0, lastOwn + 1);
  const theirs = before.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'person' ? [entry.seq + 1] : [],
  );
  return Math.max(0, ...theirs);
}

/** Frames that arrived: each once, and none that a stored checkpoint covers already. */
export function withFrames(state: ChatState, frames: readonly Frame[]): ChatState {
  const known = new Set(state.inbox.map(({ frameId }) => frameId));
  const fresh = frames.filter(({ frameId }) => !known.has(frameId) && !state.handled.has(frameId));
  return fresh.length === 0 ? state : { ...state, inbox: [...state.inbox, ...fresh] };
}

/**
 * Another window of this member went on: its stored state, and our unsent texts behind it.
 * @param asked ids of what stood in the inbox when the stored state was asked for: what came after
 *   may be missing there, what came before and is missing there is covered already
 */
export function rebuilt(
  state: ChatState,
  stored: Restored,
  view: { frames: readonly Frame[]; closed: boolean },
  asked: ReadonlySet<FrameId>,
): ChatState {
  const thread = state.outbox.reduce(
    (before, { id, text, minute, content, again }) =>
      content || again ? before : addOwn(before, id, text, minute),
    stored.thread,
  );
  const later = state.inbox.filter(({ frameId }) => !asked.has(frameId));
  const next: ChatState = {
    ...state,
    held: stored.held,
    person: stored.person ?? state.person,
    proposals: stored.proposals,
    unconfirmed: unconfirmedOf(stored.own, stored.thread),
    thread: addMarks(thread, state.thread.marks),
    phase: view.closed ? 'ended' : state.phase,
    closedBy: stored.closedBy ?? state.closedBy,
    alarm: stored.held.session.core.quarantined ? 'quarantine' : null,
    inbox: view.frames,
  };
  return withFrames(next, later);
}

/** Those of `own` that the person has not acknowledged so far. */
export const unconfirmedOf = (
  own: readonly OwnMessage[],
  { marks }: Thread,
): readonly OwnMessage[] => own.filter(({ seq }) => tickOf(seq, marks) === 'sent');

/** What a consent that came as `seq` must be bound to: the secret of its own session, while we have it. */
export const consentGround = ({ session }: Held, seq: number): ConsentGround => ({
  resumeSecret: sessionOf(seq) === session.core.s ? session.resume.secret : null,
});
