import { wipeDeep } from '#lib/crypto/conversation/wipe-session.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { KnownChat, Presence } from '#lib/protocol/team/conversation-events.ts';
import type { ChatState } from './chat-state.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { type Deletion, deletedChat, deletionOf } from './deleted.ts';
import type { DeskContext } from './desk-context.ts';
import {
  type ChatCard,
  chatCard,
  type FoldedChat,
  foldedChat,
  type OpenChat,
  openChat,
} from './desk-view.ts';
import { createFoldedChats } from './folded-chats.ts';
import { restore } from './restore.ts';

/** What a list of chats tells its desk. */
export type ChatsListener = {
  changed: () => void;
  /** A message came that is not on the screen. */
  message: (chat: ChatCard) => void;
  ended: (chat: ChatCard) => void;
  deleted: (chat: ChatCard, why: Deletion) => void;
};

/** The conversations of this member, in the order in which they came to this desk. */
export type Chats = {
  cards: () => readonly ChatCard[];
  /** Everything of one chat; null when there is none. */
  open: (mailboxId: MailboxId) => OpenChat | null;
  conversation: (mailboxId: MailboxId) => Conversation | null;
  /** A conversation goes on here. @param earlier it was over before this desk was opened */
  put: (state: ChatState, earlier?: boolean) => void;
  /** A conversation that is not opened stands in the list all the same; what was asked of it stays asked. */
  fold: (chat: FoldedChat) => void;
  /** The server says that it is over. */
  closed: (mailboxId: MailboxId) => void;
  setPresence: (mailboxId: MailboxId, presence: Presence) => void;
  folded: (mailboxId: MailboxId) => FoldedChat | null;
  /** Which conversations stand here, without those that are gone. */
  ids: () => readonly MailboxId[];
  /** The same, with the checkpoint to which each is known here. */
  known: () => readonly KnownChat[];
  /** Whether a text of ours is still to be sent: it lives in this window alone. */
  hasUnsent: () => boolean;
  /** It was deleted here, and does not come back, whatever the server shows. */
  isGone: (mailboxId: MailboxId) => boolean;
  /** Drops words and keys of a conversation that the server has no more. @param last the person's DELETE */
  erase: (mailboxId: MailboxId, last: Frame | null) => void;
  /** The one that is on the visible, focused screen; null for none. */
  attend: (mailboxId: MailboxId | null) => void;
  stop: () => void;
};

type Entry = { conversation: Conversation; unhear: () => void; earlier: boolean; last: ChatCard };

const cardOf = ({ conversation, earlier }: Pick<Entry, 'conversation' | 'earlier'>): ChatCard =>
  chatCard(conversation.getSnapshot(), earlier);

function knownOf({ conversation }: Entry): KnownChat {
  const { mailboxId, held } = conversation.getSnapshot();
  return { mailboxId, n: held.mark.n };
}

function entryOf(conversation: Conversation, earlier: boolean, noticed: () => void): Entry {
  const unhear = conversation.subscribe(noticed);
  return { conversation, unhear, earlier, last: cardOf({ conversation, earlier }) };
}

function isUnsent({ conversation }: Entry): boolean {
  const { phase, outbox } = conversation.getSnapshot();
  return phase !== 'ended' && outbox.length > 0;
}

function stopEntry({ conversation, unhear }: Entry): void {
  unhear();
  conversation.stop();
}

// Of an earlier conversation that nobody opened here, only the stored state can tell who deleted it.
function deletionOfStored(
  { member }: DeskContext,
  chat: FoldedChat | undefined,
  last: Frame | null,
): Deletion {
  const opened = chat && last ? restore(member, chat.view, null) : null;
  if (!opened?.ok) return 'not_stored';
  const why = deletionOf(opened.held.session, last);
  wipeDeep([opened.held.session, opened.keys]);
  return why;
}

/** Something in a conversation changed. @param attended it is on the visible, focused screen */
function tellChange(entry: Entry, attended: boolean, listener: ChatsListener): void {
  if (attended) entry.conversation.show();
  const card = cardOf(entry);
  const { last } = entry;
  entry.last = card;
  if (card.unread > last.unread) listener.message(card);
  if (card.place !== 'mine' && last.place === 'mine') listener.ended(card);
  listener.changed();
}

/** An empty list. */
export function createChats(context: DeskContext, listener: ChatsListener): Chats {
  const entries = new Map<MailboxId, Entry>();
  const folded = createFoldedChats(listener);
  const gone = new Map<MailboxId, OpenChat>();
  let attended: MailboxId | null = null;
  const noticed = (mailboxId: MailboxId) => {
    const entry = entries.get(mailboxId);
    if (entry) tellChange(entry, mailboxId === attended, listener);
  };

  function put(state: ChatState, earlier = false): void {
    const { mailboxId } = state;
    folded.drop(mailboxId);
    const conversation = createConversation(context, state);
    entries.set(
      mailboxId,
      entryOf(conversation, earlier, () => noticed(mailboxId)),
    );
    listener.changed();
  }

  function erase(mailboxId: MailboxId, last: Frame | null): void {
    const entry = entries.get(mailboxId);
    const chat = folded.get(mailboxId);
    if (!entry && !chat) return;
    entry?.unhear();
    const why = entry ? entry.conversation.erase(last) : deletionOfStored(context, chat, last);
    entries.delete(mailboxId);
    folded.drop(mailboxId);
    const card = deletedChat(mailboxId, why);
    gone.set(mailboxId, card);
    listener.deleted(card, why);
    listener.changed();
  }

  function open(mailboxId: MailboxId): OpenChat | null {
    const entry = entries.get(mailboxId);
    if (entry) return openChat(entry.conversation.getSnapshot(), entry.earlier);
    const chat = folded.get(mailboxId);
    return chat ? foldedChat(chat) : (gone.get(mailboxId) ?? null);
  }

  return {
    cards: () => [...[...entries.values()].map(cardOf), ...folded.cards(), ...gone.values()],
    ids: () => [...entries.keys(), ...folded.ids()],
    known: () => [...[...entries.values()].map(knownOf), ...folded.known()],
    hasUnsent: () => [...entries.values()].some(isUnsent),
    isGone: (mailboxId) => gone.has(mailboxId),
    erase,
    open,
    conversation: (mailboxId) => entries.get(mailboxId)?.conversation ?? null,
    put,
    fold: folded.put,
    closed(mailboxId) {
      entries.get(mailboxId)?.conversation.closed();
      folded.closed(mailboxId);
    },
    setPresence(mailboxId, told) {
      entries.get(mailboxId)?.conversation.setPresence(told);
      folded.setPresence(mailboxId, told);
    },
    folded: (mailboxId) => folded.get(mailboxId) ?? null,
    attend(mailboxId) {
      attended = mailboxId;
      if (mailboxId) noticed(mailboxId);
    },
    stop() {
      for (const entry of entries.values()) stopEntry(entry);
      entries.clear();
    },
  };
}
