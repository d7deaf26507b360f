import type { Prefs } from '#lib/crypto/messages/content.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { ConversationView, Presence } from '#lib/protocol/team/conversation-events.ts';
import type { TeamConnection } from '../portal/team-portal.ts';
import type { Tick } from '../ticks/ticks.ts';
import type { ChatState } from './chat-state.ts';
import { chatNumber } from './held.ts';
import { emptyMargin, type Margin } from './margin.ts';
import type { Proposals } from './proposals.ts';
import { countUnread, entryTick, type Notice } from './thread.ts';
import type { WaitingCard } from './waiting.ts';

export type ChatCard = {
  mailboxId: MailboxId;
  number: number;
  person: Prefs | null;
  presence: Presence;
  unread: number;
  /** `ended`: over since this desk was opened; `earlier`: over before. */
  place: 'mine' | 'ended' | 'earlier';
  /** Deleted: nothing of it is here any more. */
  gone: boolean;
};

export type EndNotice =
  | 'ended_by_person'
  | 'ended_by_us'
  | 'left_quickly'
  | 'deleted_by_person'
  | 'not_stored';

export type EntryView =
  | {
      kind: 'message';
      id: string;
      from: 'us' | 'person';
      text: string;
      /** Whole minutes since 1970; 0 when unknown. */
      minute: number;
      tick: Tick | 'not_sent' | null;
    }
  | { kind: 'notice'; id: string; notice: Notice | EndNotice };

export type OpenChat = ChatCard & {
  entries: readonly EntryView[];
  phase: ChatState['phase'];
  alarm: ChatState['alarm'];
  proposals: Proposals;
  margin: Margin;
};

/** Something that happened; the screen says it once. Each is an object of its own, also the same again. */
export type DeskNews =
  | { kind: 'waiting'; language: string | null; danger: boolean }
  | { kind: 'message'; number: number }
  | { kind: 'taken'; number: number }
  /** A counsellor calls their supervisors: somebody may be in danger. */
  | { kind: 'called'; name: string }
  | { kind: 'ended'; number: number }
  | { kind: 'deleted'; number: number }
  | { kind: 'colleague_first' }
  | { kind: 'take_failed' };

/**
 * A conversation of ours that is not opened: an earlier one until somebody wants to read it (`alarm`
 * null), or one that does not open here, shown so that nobody is forgotten.
 */
export type FoldedChat = {
  view: ConversationView;
  alarm: 'locked' | 'rollback' | null;
  /** This desk asked the server to end it, and `done`: it did. */
  end?: 'asked' | 'done' | undefined;
};

/** All that the desk's screen shows. */
export type DeskView = {
  /** False until the server has told once who waits and which chats are ours. */
  ready: boolean;
  connection: TeamConnection;
  waiting: readonly WaitingCard[];
  taking: MailboxId | null;
  chats: readonly ChatCard[];
  current: OpenChat | null;
  news: DeskNews | null;
};

/** @param earlier it was over before this desk was opened */
export function chatCard(state: ChatState, earlier: boolean): ChatCard {
  return {
    mailboxId: state.mailboxId,
    number: chatNumber(state.mailboxId),
    person: state.person,
    presence: state.presence,
    unread: countUnread(state.thread, state.seen),
    place: state.phase !== 'ended' ? 'mine' : earlier ? 'earlier' : 'ended',
    gone: false,
  };
}

/** A conversation that is not opened: its place in the list, and the reason on its screen. */
export function foldedChat({ view, alarm, end }: FoldedChat): OpenChat {
  const ended = view.state === 'closed';
  return {
    mailboxId: view.mailboxId,
    number: chatNumber(view.mailboxId),
    person: null,
    presence: view.presence,
    unread: 0,
    place: !ended ? 'mine' : end === 'done' ? 'ended' : 'earlier',
    gone: false,
    entries: end === 'done' ? [{ kind: 'notice', id: 'end', notice: 'ended_by_us' }] : [],
    phase: ended ? 'ended' : end === 'asked' ? 'ending' : 'open',
    alarm,
    proposals: [],
    margin: emptyMargin,
  };
}

function endNotice({ presence, closedBy }: ChatState): EndNotice {
  if (closedBy === 'us') return 'ended_by_us';
  return presence === 'left' ? 'left_quickly' : 'ended_by_person';
}

/** The whole of one conversation for the screen. */
export function openChat(state: ChatState, earlier: boolean): OpenChat {
  const ended = state.phase === 'ended';
  const entries = state.thread.entries.map((entry): EntryView => {
    if (entry.kind === 'notice') return entry;
    const { kind, id, from, text, minute } = entry;
    const tick = entryTick(state.thread, entry);
    return { kind, id, from, text, minute, tick: ended && tick === 'waiting' ? 'not_sent' : tick };
  });
  const end: EntryView[] = ended ? [{ kind: 'notice', id: 'end', notice: endNotice(state) }] : [];
  return {
    ...chatCard(state, earlier),
    entries: [...entries, ...end],
    phase: state.phase,
    alarm: state.alarm,
    proposals: state.proposals,
    margin: state.margin,
  };
}
