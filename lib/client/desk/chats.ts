import type { MailboxId } from '#lib/protocol/ids.ts';
import type { ChatState } from './chat-state.ts';
import { type Conversation, createConversation } from './conversation.ts';
import type { DeskContext } from './desk-context.ts';
import {
  type ChatCard,
  chatCard,
  type FoldedChat,
  foldedChat,
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
  /** A conversation goes on here. @param earlier it was over before this desk was opened */
  put: (state: ChatState, earlier?: boolean) => void;
  /** A conversation that is not opened stands in the list all the same. */
  fold: (chat: FoldedChat) => void;
  folded: (mailboxId: MailboxId) => FoldedChat | null;
  /** The one that is on the visible, focused screen; null for none. */
  attend: (mailboxId: MailboxId | null) => void;
  stop: () => void;
};

type Entry = { conversation: Conversation; stop: () => void; earlier: boolean; last: ChatCard };

const cardOf = ({ conversation, earlier }: Pick<Entry, 'conversation' | 'earlier'>): ChatCard =>
  chatCard(conversation.getSnapshot(), earlier);

/** An empty list. */
export function createChats(context: DeskContext, listener: ChatsListener): Chats {
  const entries = new Map<MailboxId, Entry>();
  const folded = new Map<MailboxId, FoldedChat>();
  let attended: MailboxId | null = null;

  function noticed(mailboxId: MailboxId): void {
    const entry = entries.get(mailboxId);
    if (!entry) return;
    if (mailboxId === attended) entry.conversation.show();
    const card = cardOf(entry);
    const { last } = entry;
    entry.last = card;
    if (card.unread > last.unread) listener.message(card);
    if (card.place !== 'mine' && last.place === 'mine') listener.ended(card);
    listener.changed();
  }

  function put(state: ChatState, earlier = false): void {
    const { mailboxId } = state;
    const conversation = createConversation(context, state);
    const stopListening = conversation.subscribe(() => noticed(mailboxId));
    const stop = () => {
      stopListening();
      conversation.stop();
    };
    folded.delete(mailboxId);
    const last = cardOf({ conversation, earlier });
    entries.set(mailboxId, { conversation, stop, earlier, last });
    listener.changed();
  }

  return {
    cards: () => [...[...entries.values()].map(cardOf), ...[...folded.values()].map(foldedChat)],
    open(mailboxId) {
      const entry = entries.get(mailboxId);
      if (entry) return openChat(entry.conversation.getSnapshot(), entry.earlier);
      const chat = folded.get(mailboxId);
      return chat ? foldedChat(chat) : null;
    },
    conversation: (mailboxId) => entries.get(mailboxId)?.conversation ?? null,
    put,
    fold(chat) {
      folded.set(chat.view.mailboxId, chat);
      listener.changed();
    },
    folded: (mailboxId) => folded.get(mailboxId) ?? null,
    attend(mailboxId) {
      attended = mailboxId;
      if (mailboxId) noticed(mailboxId);
    },
    stop() {
      for (const { stop } of entries.values()) stop();
      entries.clear();
    },
  };
}
