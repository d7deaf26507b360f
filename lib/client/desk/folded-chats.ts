import type { MailboxId } from '#lib/protocol/ids.ts';
import type { KnownChat, Presence } from '#lib/protocol/team/conversation-events.ts';
import { type ChatCard, type FoldedChat, foldedChat } from './desk-view.ts';
import { presenceAfter } from './presence.ts';

/** The conversations that stand in the list without being opened. */
export type FoldedChats = {
  get: (mailboxId: MailboxId) => FoldedChat | undefined;
  /** What was asked of it before stays asked. */
  put: (chat: FoldedChat) => void;
  drop: (mailboxId: MailboxId) => void;
  /** The server says that it is over. */
  closed: (mailboxId: MailboxId) => void;
  setPresence: (mailboxId: MailboxId, told: Presence) => void;
  ids: () => readonly MailboxId[];
  known: () => readonly KnownChat[];
  cards: () => readonly ChatCard[];
};

/** An empty list. */
export function createFoldedChats(listener: {
  changed: () => void;
  ended: (chat: ChatCard) => void;
}): FoldedChats {
  const folded = new Map<MailboxId, FoldedChat>();

  function put(chat: FoldedChat): void {
    const { mailboxId } = chat.view;
    const before = folded.get(mailboxId);
    const after = { end: before?.end, ...chat };
    folded.set(mailboxId, after);
    const card = foldedChat(after);
    const wasMine = before && foldedChat(before).place === 'mine';
    if (wasMine && card.place !== 'mine') listener.ended(card);
    listener.changed();
  }
  function change(mailboxId: MailboxId, step: (view: FoldedChat['view']) => FoldedChat['view']) {
    const chat = folded.get(mailboxId);
    if (chat) put({ ...chat, view: step(chat.view) });
  }

  return {
    get: (mailboxId) => folded.get(mailboxId),
    put,
    drop: (mailboxId) => folded.delete(mailboxId),
    closed: (mailboxId) => change(mailboxId, (view) => ({ ...view, state: 'closed' })),
    setPresence: (mailboxId, told) =>
      change(mailboxId, (view) => ({ ...view, presence: presenceAfter(view.presence, told) })),
    ids: () => [...folded.keys()],
    known: () => [...folded].map(([mailboxId, { view }]) => ({ mailboxId, n: view.checkpoint.n })),
    cards: () => [...folded.values()].map(foldedChat),
  };
}
