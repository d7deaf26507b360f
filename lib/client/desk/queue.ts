import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { Presence, WaitingMailbox } from '#lib/protocol/team-events.ts';
import { createStore, type Store } from '../store.ts';
import type { TeamSession } from '../team/team-session.ts';
import { cardOf, type Intake, inOrder, intakeOf, type WaitingCard } from './waiting.ts';

/** Who waits at the own organisation, in the order in which to take them. */
export type Queue = Store<readonly WaitingCard[]> & {
  /** The server's whole list: what is not on it has gone. */
  replace: (waiting: readonly WaitingMailbox[]) => void;
  /** @returns false when this one stood there already */
  add: (mailbox: WaitingMailbox) => boolean;
  addFrame: (mailboxId: MailboxId, frame: Frame) => void;
  setPresence: (mailboxId: MailboxId, presence: Presence) => void;
  remove: (mailboxId: MailboxId) => void;
  /** As the server gave it, for "Take"; null when it has gone. */
  mailbox: (mailboxId: MailboxId) => WaitingMailbox | null;
  /** Minutes have passed, or the vault has new keys: opens again what did not open. */
  refresh: () => void;
};

type Entry = { mailbox: WaitingMailbox; intake: Intake | null };

/** @param now ms since 1970 */
export function createQueue(
  session: Pick<TeamSession, 'epochSeed' | 'view'>,
  now: () => number,
): Queue {
  const store = createStore<readonly WaitingCard[]>([]);
  const entries = new Map<MailboxId, Entry>();

  function publish(): void {
    const minute = Math.floor(now() / 60_000);
    const sorted = inOrder(
      [...entries.values()].map(({ mailbox, intake }) => ({
        arrival: mailbox.arrival,
        danger: intake?.person?.danger ?? false,
        card: cardOf(mailbox, intake, minute),
      })),
    );
    store.set(sorted.map(({ card }) => card));
  }

  const put = (mailbox: WaitingMailbox) =>
    entries.set(mailbox.mailboxId, { mailbox, intake: intakeOf(session, mailbox) });

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    replace(waiting) {
      entries.clear();
      for (const mailbox of waiting) put(mailbox);
      publish();
    },
    add(mailbox) {
      const fresh = !entries.has(mailbox.mailboxId);
      put(mailbox);
      publish();
      return fresh;
    },
    addFrame(mailboxId, frame) {
      const mailbox = entries.get(mailboxId)?.mailbox;
      if (!mailbox || mailbox.frames.some(({ frameId }) => frameId === frame.frameId)) return;
      put({ ...mailbox, frames: [...mailbox.frames, frame] });
      publish();
    },
    setPresence(mailboxId, presence) {
      const entry = entries.get(mailboxId);
      if (!entry) return;
      entries.set(mailboxId, { ...entry, mailbox: { ...entry.mailbox, presence } });
      publish();
    },
    remove(mailboxId) {
      if (entries.delete(mailboxId)) publish();
    },
    mailbox: (mailboxId) => entries.get(mailboxId)?.mailbox ?? null,
    refresh() {
      for (const { mailbox, intake } of entries.values()) if (!intake) put(mailbox);
      publish();
    },
  };
}
