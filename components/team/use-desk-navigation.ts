import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Desk } from '#lib/client/desk/desk.ts';
import type { DeskView } from '#lib/client/desk/desk-view.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { Pane } from './desk-screen.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

type Navigation = {
  desk: Desk;
  view: DeskView;
  setPane: (pane: Pane) => void;
  boxRef: RefObject<HTMLTextAreaElement | null>;
  waitingRef: RefObject<HTMLUListElement | null>;
};

/** Moves between chats, by press and by key; whoever opens one can write at once. */
export function useDeskNavigation({ desk, view, setPane, boxRef, waitingRef }: Navigation) {
  const mine = view.chats.filter(({ place }) => place === 'mine');
  const currentId = view.current?.mailboxId ?? null;

  function toChat(): void {
    flushSync(() => setPane('chat'));
    boxRef.current?.focus();
  }

  function open(mailboxId: MailboxId): void {
    desk.select(mailboxId);
    toChat();
  }

  async function take(mailboxId: MailboxId): Promise<void> {
    await desk.take(mailboxId);
    if (desk.getSnapshot().current?.mailboxId === mailboxId) toChat();
  }

  function step(by: 1 | -1): void {
    const at = mine.findIndex(({ mailboxId }) => mailboxId === currentId);
    const from = at === -1 && by === -1 ? 0 : at;
    const next = mine.at((from + by) % mine.length);
    if (next) open(next.mailboxId);
  }

  useDeskKeys({
    step,
    toUnread() {
      const next = view.chats.find(({ unread }) => unread > 0);
      if (next) open(next.mailboxId);
    },
    toWaiting() {
      flushSync(() => setPane('queue'));
      const list = waitingRef.current;
      const heading = list?.closest('section')?.querySelector('h2');
      (list?.querySelector('button') ?? heading)?.focus();
    },
    toBox: toChat,
  });
  return { open, take };
}
