import type { MailboxId } from '#lib/protocol/ids.ts';
import type { ChatState } from './chat-state.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { DeskContext } from './desk-context.ts';
import {
  type ChatCard,
  type ClosedCard,
  chatCard,
  closedChat,
  type OpenChat,
  openChat,
} from './desk-view.ts';

/** What a list of chats tells its desk. */
export type ChatsListener = {
  changed: () => void;
  /** A message came that is not on the screen. */
  message: (chat: ChatCard) => void;
  ended: (chat: ChatCard) => void;
};

/** The conversations of this member, in the order in which they came to this desk. */
export type Chats = {
  cards: () => readonly ChatCard[];
  /** Everything of one chat; null when there is none. */
  open: (mailboxId: MailboxId) => OpenChat | null;
  conversation: (mailboxId: MailboxId) => Conversation | null;
  /** A conversation goes on here. */
  put: (state: ChatState) => void;
  /** A conversation that does not open stands in the list all the same. */
  putClosed: (card: ClosedCard) => void;
  /** The one that is on the visible, focused screen; null for none. */
  attend: (mailboxId: MailboxId | null) => void;
  /** Out of this window's list; it does not come back when the server lists it again. */
  remove: (mailboxId: MailboxId) => void;
  wasRemoved: (mailboxId: MailboxId) => boolean;
  stop: () => void;
};

type Entry = { conversation: Conversation; stop: () => void; last: ChatCard };

/** An empty list. */
export function createChats(context: DeskContext, listener: ChatsListener): Chats {
  const entries = new Map<MailboxId, Entry>();
  const closed = new Map<MailboxId, ClosedCard>();
  const removed = new Set<MailboxId>();
  let attended: MailboxId | null = null;

  function noticed(mailboxId: MailboxId): void {
    const entry = entries.get(mailboxId);
    if (!entry) return;
    if (mailboxId === attended) entry.conversation.show();
    const card = chatCard(entry.conversation.getSnapshot());
    const { last } = entry;
    entry.last = card;
    if (card.unread > last.unread) listener.message(card);
    if (card.ended && !last.ended) listener.ended(card);
    listener.changed();
  }

  function put(state: ChatState): void {
    const { mailboxId } = state;
    const conversation = createConversation(context, state);
    const stopListening = conversation.subscribe(() => noticed(mailboxId));
    const stop = () => {
      stopListening();
      conversation.stop();
    };
    closed.delete(mailboxId);
    entries.set(mailboxId, { conversation, stop, last: chatCard(conversation.getSnapshot()) });
    listener.changed();
  }

  const cards = () => [
    ...[...entries.values()].map(({ conversation }) => chatCard(conversation.getSnapshot())),
    ...[...closed.values()].map(closedChat),
  ];

  function open(mailboxId: MailboxId): OpenChat | null {
    const entry = entries.get(mailboxId);
    if (entry) return openChat(entry.conversation.getSnapshot());
    const card = closed.get(mailboxId);
    return card ? closedChat(card) : null;
  }

  return {
    cards,
    open,
    conversation: (mailboxId) => entries.get(mailboxId)?.conversation ?? null,
    put,
    putClosed(card) {
      closed.set(card.mailboxId, card);
      listener.changed();
    },
    attend(mailboxId) {
      attended = mailboxId;
      if (mailboxId) noticed(mailboxId);
    },
    remove(mailboxId) {
      removed.add(mailboxId);
      entries.get(mailboxId)?.stop();
      entries.delete(mailboxId);
      closed.delete(mailboxId);
      listener.changed();
    },
    wasRemoved: (mailboxId) => removed.has(mailboxId),
    stop() {
      for (const { stop } of entries.values()) stop();
      entries.clear();
    },
  };
}
