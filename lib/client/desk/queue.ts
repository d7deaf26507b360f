import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { Presence, WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';
import { createStore, type Store } from '../store.ts';
import type { TeamSession } from '../team/team-session.ts';
import { presenceAfter } from './presence.ts';
import { cardOf, type Intake, inOrder, intakeOf, type WaitingCard } from './waiting.ts';

/** Who waits at the own organisation, in the order in which to take them. */
export type Queue = Store<readonly WaitingCard[]> & {
  /**
   * Call it when the server's whole list is asked for, and what it gives with the answer. What was told
   * in between is newer than the answer may be, and stays.
   */
  reading: () => (waiting: readonly WaitingMailbox[]) => void;
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

/** What was told before about the same one, and is missing in what the server tells now. */
function withKnown(mailbox: WaitingMailbox, before: WaitingMailbox | undefined): WaitingMailbox {
  const listed = new Set(mailbox.frames.map(({ frameId }) => frameId));
  const later = (before?.frames ?? []).filter(({ frameId }) => !listed.has(frameId));
  const presence = presenceAfter(before?.presence, mailbox.presence);
  return { ...mailbox, presence, frames: [...mailbox.frames, ...later] };
}

/** @param now ms since 1970 */
export function createQueue(
  session: Pick<TeamSession, 'epochSeed' | 'view'>,
  now: () => number,
): Queue {
  const store = createStore<readonly WaitingCard[]>([]);
  const entries = new Map<MailboxId, Entry>();
  /** What each list that is being read must not undo: who came and who went since it was asked for. */
  const readings = new Set<{ came: Set<MailboxId>; went: Set<MailboxId> }>();

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
  const putKnown = (mailbox: WaitingMailbox) =>
    put(withKnown(mailbox, entries.get(mailbox.mailboxId)?.mailbox));

  function reading(): (waiting: readonly WaitingMailbox[]) => void {
    const since = { came: new Set<MailboxId>(), went: new Set<MailboxId>() };
    readings.add(since);
    return (waiting) => {
      readings.delete(since);
      const listed = new Set(waiting.map(({ mailboxId }) => mailboxId));
      for (const id of entries.keys()) {
        if (!listed.has(id) && !since.came.has(id)) entries.delete(id);
      }
      for (const mailbox of waiting) {
        if (!since.went.has(mailbox.mailboxId)) putKnown(mailbox);
      }
      publish();
    };
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    reading,
    add(mailbox) {
      const fresh = !entries.has(mailbox.mailboxId);
      for (const { came } of readings) came.add(mailbox.mailboxId);
      putKnown(mailbox);
      publish();
      return fresh;
    },
    addFrame(mailboxId, frame) {
      const mailbox = entries.get(mailboxId)?.mailbox;
      if (!mailbox || mailbox.frames.some(({ frameId }) => frameId === frame.frameId)) return;
      put({ ...mailbox, frames: [...mailbox.frames, frame] });
      publish();
    },
    setPresence(mailboxId, told) {
      const entry = entries.get(mailboxId);
      if (!entry) return;
      const presence = presenceAfter(entry.mailbox.presence, told);
      entries.set(mailboxId, { ...entry, mailbox: { ...entry.mailbox, presence } });
      publish();
    },
    remove(mailboxId) {
      for (const { came, went } of readings) {
        came.delete(mailboxId);
        went.add(mailboxId);
      }
      if (entries.delete(mailboxId)) publish();
    },
    mailbox: (mailboxId) => entries.get(mailboxId)?.mailbox ?? null,
    refresh() {
      for (const { mailbox, intake } of entries.values()) if (!intake) put(mailbox);
      publish();
    },
  };
}
