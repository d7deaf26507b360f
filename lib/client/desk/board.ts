import type { MailboxId } from '#lib/protocol/ids.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { ConversationView, KnownChat } from '#lib/protocol/team/conversation-events.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import { createStore, type WritableStore } from '../store.ts';
import { releaseKeyOf } from '../team/release-key.ts';
import type { TeamSession } from '../team/team-session.ts';
import { type Chats, createChats } from './chats.ts';
import { askingUntilAnswered, type DeskContext, type DeskMeans } from './desk-context.ts';
import type { DeskNews, DeskView } from './desk-view.ts';
import { createInStep, type InStep } from './in-step.ts';
import { createQueue, type Queue } from './queue.ts';
import { type Remembered, remembered } from './remembered.ts';

/** What stands on a desk; the parts of the desk work on it. */
export type Board = {
  context: DeskContext;
  store: WritableStore<DeskView>;
  queue: Queue;
  chats: Chats;
  marks: Remembered;
  step: InStep;
  patch: (part: Partial<DeskView>) => void;
  /** The screen shows what queue and chats hold now. */
  publish: () => void;
  /** Says something once. */
  tell: (news: DeskNews) => void;
  /** Calls a counsellor who looks elsewhere. */
  call: () => void;
  /** Which of those who wait is being taken: meanwhile no chat is on the screen. */
  setTaking: (mailboxId: MailboxId | null) => void;
  /** Which chat is open. */
  select: (mailboxId: MailboxId | null) => void;
  selected: () => MailboxId | null;
  /** Whether the desk is on a visible, focused screen. */
  attend: (visible: boolean) => void;
  /** All conversations of this member as stored now; null when signed out. */
  readAll: () => Promise<readonly ConversationView[] | null>;
};

/** @param known what the desk holds; its archives need not come again */
function contextOf(
  session: TeamSession,
  means: DeskMeans,
  marks: Remembered,
  known: () => readonly KnownChat[],
) {
  const ask = askingUntilAnswered(session.portal, means);
  async function readAll(anew: MailboxId | null = null) {
    const held = known().filter(({ mailboxId }) => mailboxId !== anew);
    const answer = await ask('conversation:read', { known: held.slice(0, limits.knownChats) });
    return answer.ok ? answer.conversations : null;
  }
  const context: DeskContext = {
    ...means,
    member: session,
    ask,
    read: async (id) => (await readAll(id))?.find(({ mailboxId }) => mailboxId === id) ?? null,
    signalTerms: () => session.settings().signals ?? null,
    releaseKey: () => releaseKeyOf(session, means.now()),
    remember: marks.set,
  };
  return { context, readAll };
}

/**
 * An empty desk; nothing has been asked yet.
 * @param ring calls the member, where their device can
 */
export function createBoard(session: TeamSession, means: DeskMeans, ring: () => void): Board {
  // Some browsers offer notifications and throw when one is made. Nothing that is told may end with that.
  const call = () => void everyStep([ring]);
  const marks = remembered(session);
  const { context, readAll } = contextOf(session, means, marks, () => chats.known());
  const queue = createQueue(session, means.now);
  const store = createStore<DeskView>({
    ready: false,
    connection: session.portal.connection(),
    waiting: [],
    taking: null,
    chats: [],
    current: null,
    news: null,
  });
  let selected: MailboxId | null = null;
  let visible = false;

  const patch = (part: Partial<DeskView>) => store.set({ ...store.getSnapshot(), ...part });
  const step = createInStep((mailboxId) => mailboxId === store.getSnapshot().taking);
  const tell = (news: DeskNews) => patch({ news: { ...news } });
  const chats: Chats = createChats(context, {
    changed: publish,
    message({ number }) {
      tell({ kind: 'message', number });
      call();
    },
    ended: ({ number }) => tell({ kind: 'ended', number }),
    deleted({ number, mailboxId }, why) {
      // On the person's own word alone: what the server merely no longer shows could come back older.
      if (why === 'by_person') marks.forget(mailboxId);
      tell({ kind: 'deleted', number });
    },
  });

  function publish(): void {
    const current = selected && chats.open(selected);
    patch({ waiting: queue.getSnapshot(), chats: chats.cards(), current });
  }

  function attendTo(next: { selected: MailboxId | null; visible: boolean }): void {
    ({ selected, visible } = next);
    // While one is being taken the screen shows no chat: nobody reads what comes in the one that stood there.
    chats.attend(visible && store.getSnapshot().taking === null ? selected : null);
    publish();
  }
  function setTaking(taking: MailboxId | null): void {
    patch({ taking });
    attendTo({ selected, visible });
  }

  return {
    ...{
      context,
      store,
      queue,
      chats,
      marks,
      step,
      patch,
      publish,
      tell,
      call,
      readAll,
      setTaking,
    },
    select: (mailboxId) => attendTo({ selected: mailboxId, visible }),
    selected: () => selected,
    attend: (looking) => attendTo({ selected, visible: looking }),
  };
}
