import type { MailboxId } from '#lib/protocol/ids.ts';
import type { Store } from '../store.ts';
import type { TeamSession } from '../team/team-session.ts';
import { askLook } from './ask-look.ts';
import { createBoard } from './board.ts';
import type { DeskMeans } from './desk-context.ts';
import { catchUp, listenToFacts } from './desk-facts.ts';
import type { DeskView } from './desk-view.ts';
import type { Margin } from './margin.ts';
import { endUnopened, unfold } from './stored-chats.ts';
import { takeWaiting } from './take-waiting.ts';

/** The desk of one signed-in member. */
export type Desk = Store<DeskView> & {
  /** Takes somebody who waits; never two for one. Opens the chat when it worked. */
  take: (mailboxId: MailboxId) => Promise<void>;
  select: (mailboxId: MailboxId | null) => void;
  /** To the open chat. @returns false when it is too long for one message */
  send: (text: string) => boolean;
  /** Changes what is kept beside the open chat: flags, and the form of a signal. */
  setMargin: (change: Partial<Margin>) => void;
  /** Proposes what the form of the open chat holds; each scope once. @returns whether it goes out */
  propose: () => boolean;
  /** Sets the danger flag of the open chat and calls the supervisors. @returns whether the call was taken */
  callSupervisor: () => Promise<boolean>;
  /** Asks colleagues to look at the form of the open chat. @returns whether the server told them */
  askLook: () => Promise<boolean>;
  /** The counsellor is writing in the open chat. */
  type: () => void;
  /** Somebody looks at the person's screen: a neutral text takes its place. */
  clearScreen: () => void;
  /** Ends the open chat. @param kindly what is said before, where it was not serious or abusive */
  end: (kindly?: string) => void;
  /**
   * Whether the open chat is on a visible, focused screen: only then "Read" is told. On a narrow screen
   * (`chatInFront` false) the queue may stand in its place.
   */
  attend: (looking: boolean, chatInFront: boolean) => void;
  /** Whether a text is still to be sent; whoever closes the window loses it. */
  hasUnsent: () => boolean;
  /** Writes the remembered checkpoints, then forgets everything. */
  stop: () => Promise<void>;
};

const MINUTES_EVERY_MS = 15_000;
const REMEMBER_EVERY_MS = 10 * 60_000;

/** Runs `work` again and again. @returns what stops it */
function every(means: DeskMeans, ms: number, work: () => void): () => void {
  let cancel = () => {};
  const next = () => {
    cancel = means.later(ms, () => {
      work();
      next();
    });
  };
  next();
  return () => cancel();
}

/**
 * Opens the desk on a session with an open vault. It ends by itself when the session locks.
 * @param call somebody waits, or wrote, where the counsellor does not look
 */
export function createDesk(session: TeamSession, means: DeskMeans, call: () => void): Desk {
  const board = createBoard(session, means, call);
  const { chats, queue } = board;
  const refresh = () => {
    queue.refresh();
    board.publish();
  };
  const stops = [
    listenToFacts(board, session.portal),
    session.subscribe(refresh),
    every(means, MINUTES_EVERY_MS, refresh),
    every(means, REMEMBER_EVERY_MS, () => void board.marks.save()),
    session.beforeLock(stop),
  ];
  if (session.portal.connection() === 'connected') void catchUp(board);

  async function stop(): Promise<void> {
    for (const each of stops) each();
    chats.stop();
    await board.marks.save();
  }

  const current = () => {
    const mailboxId = board.selected();
    return mailboxId ? chats.conversation(mailboxId) : null;
  };

  return {
    getSnapshot: board.store.getSnapshot,
    subscribe: board.store.subscribe,
    take: (mailboxId) => takeWaiting(board, mailboxId),
    select(mailboxId) {
      if (mailboxId) unfold(board, mailboxId);
      // Whoever moves on has read the line above the lists.
      board.patch({ news: null });
      board.select(mailboxId);
    },
    send: (text) => current()?.send(text) ?? false,
    setMargin: (change) => current()?.setMargin(change),
    propose: () => current()?.propose() ?? false,
    async callSupervisor() {
      const mailboxId = board.selected();
      current()?.setMargin({ danger: true });
      if (!mailboxId) return false;
      return (await board.context.ask('supervisor:call', { mailboxId })).ok;
    },
    askLook: () => askLook(board),
    type: () => current()?.type(),
    clearScreen: () => current()?.clearScreen(),
    end(kindly) {
      const mailboxId = board.selected();
      current()?.end(kindly ?? null);
      if (mailboxId) void endUnopened(board, mailboxId);
    },
    hasUnsent: chats.hasUnsent,
    attend: (looking, chatInFront) => board.attend(looking && chatInFront),
    stop,
  };
}
