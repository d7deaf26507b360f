import { type PersonSession, startIntake } from '#lib/crypto/conversation/person.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { readId } from '#lib/protocol/read-id.ts';
import type { WritableStore } from '../store.ts';
import type { watchAbsence } from './absence.ts';
import type { createArrivals } from './arrivals.ts';
import type { watchLink } from './link.ts';
import type { Outbox } from './outbox.ts';
import type { ChatMeans, ChatPrefs, ChatTarget } from './person-chat.ts';
import type { createReceipts } from './receipts.ts';
import type { createRepair } from './repair.ts';
import { newFrame, prefsContent } from './sealing.ts';
import type { PersonView } from './view.ts';

/** What it takes to take a consent back; in this page's memory only. */
export type ConsentKeys = { seed: Uint8Array; consentRef: Uint8Array; body: Uint8Array };

/** What changes while a chat lives. */
export type Held = {
  session: PersonSession;
  prefs: ChatPrefs;
  /** The server has stored the START. */
  opened: boolean;
  /** Nothing is sent or taken in any more. */
  over: boolean;
  /**
   * What the server told on a connection before its answer about the mailbox was read; null afterwards. A
   * frame taken in before those in front of it would stand in the wrong place.
   */
  early: (() => void)[] | null;
  /** How often it was asked for; an older answer is not used once it was asked again. */
  asking: number;
  /** The messages are on a visible, focused screen, unless everything is being deleted. */
  visible: boolean;
  /** What was said and not acknowledged so far: a repair says it again. */
  unconfirmed: { seq: number; inner: Uint8Array }[];
  /** Keys of what was agreed to in this chat, by card. */
  consents: Map<string, ConsentKeys>;
  /** Aborted when nothing is sent any more: the work that the start may cost ends with it. */
  working: AbortController;
  /** Closes the connections on which something is still taken back after the end. */
  afterwards: Set<() => void>;
  /** DELETE, sealed while the keys were there; undefined until it is needed, null if it cannot be said. */
  goodbye: Frame | null | undefined;
};

/** The pieces of one chat; `conversation.ts` puts them together. */
export type Parts = {
  target: ChatTarget;
  means: ChatMeans;
  mailboxId: MailboxId;
  token: Uint8Array<ArrayBuffer>;
  held: Held;
  store: WritableStore<PersonView>;
  link: ReturnType<typeof watchLink>;
  outbox: Outbox;
  absence: ReturnType<typeof watchAbsence>;
  receipts: ReturnType<typeof createReceipts>;
  arrivals: ReturnType<typeof createArrivals>;
  repair: ReturnType<typeof createRepair>;
};

/** Changes the view by a pure step. */
export function change(parts: Pick<Parts, 'store'>, step: (view: PersonView) => PersonView): void {
  parts.store.set(step(parts.store.getSnapshot()));
}

/**
 * A mailbox of our own, and the START that opens it, with PREFS as its first message.
 * @throws BadFrame for a team key that the checks of the site should have refused
 */
export function newMailbox(target: ChatTarget, prefs: ChatPrefs, { random, now }: ChatMeans) {
  const rawId = random(16);
  const { teamId, epoch, publicKey: teamPublicKey } = target.team;
  const first = startIntake(
    {
      // Copies: the session overwrites its bytes at the end, and these belong to the site's list.
      orgId: Uint8Array.from(target.roots.orgId),
      teamId: Uint8Array.from(teamId),
      epoch,
      teamPublicKey,
      mailboxId: rawId,
    },
    { content: prefsContent(prefs), minute: minuteOf(now()) },
    random,
  );
  if (!first.ok) throw new Error('a new session takes PREFS');
  const start: Frame = newFrame(first.frame, random);
  const mailboxId = readId<MailboxId>(toHex(rawId));
  return { session: first.session, start, mailboxId, token: Uint8Array.from(random(32)) };
}
