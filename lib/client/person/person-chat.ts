import type { Prefs } from '#lib/crypto/messages/prefs.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import type { StartWork } from '#lib/protocol/help-events.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { HelpPortal } from '../portal/help-portal.ts';
import type { Leaver } from '../portal/left-beacon.ts';
import type { Organisation } from '../site/organisation.ts';
import type { Store } from '../store.ts';
import type { Deletion, EarlierChat } from './deletion.ts';
import type { Parts } from './parts.ts';
import type { PersonView } from './view.ts';

/** Where an opened chat goes. A team without a valid key cannot be written to. */
export type ChatTarget = Pick<Organisation, 'id' | 'roots' | 'signals'> & {
  team: NonNullable<Organisation['team']>;
};

/** What the page lends to a chat; a test lends its own. */
export type ChatMeans = {
  portal: HelpPortal;
  /** A connection of its own for deleting: that of the chat is closed by then. */
  openPortal: () => HelpPortal;
  random: Random;
  /** Milliseconds since 1970. */
  now: () => number;
  /** @returns what cancels it */
  later: (ms: number, run: () => void) => () => void;
  online: () => boolean;
  /** Does the work that a start may cost. @returns null when it found nothing within `ms`, or is wanted no more */
  prove: (offer: WorkOffer, ms: number, signal: AbortSignal) => Promise<StartWork | null>;
};

/** What only the counsellors' desks may know; travels encrypted (reading 39). */
export type ChatPrefs = Pick<Prefs, 'language' | 'country' | 'age' | 'danger'>;

/** One chat of a person, as a screen uses it. */
export type PersonChat = Store<PersonView> & {
  /** Shows and sends a text. Whatever is not `sent` leaves the text where it was. */
  send: (text: string) => 'sent' | 'too_long' | 'not_possible';
  /** Tells the desks what changed; nothing is sent when nothing did. */
  setPrefs: (change: Partial<ChatPrefs>) => void;
  prefs: () => ChatPrefs;
  /** Whether the messages are on a visible, focused screen: what is there then counts as read. */
  setVisible: (visible: boolean) => void;
  /** The counsellor had cleared the screen, and the person goes on. */
  readOn: () => void;
  /** For `createConsentLine`, whose code comes with the first proposed signal. */
  parts: Parts;
  /** Ends the chat: the counsellor is told, then the keys go. Resolves once the server has heard it. */
  end: () => Promise<void>;
  /** Covers everything; after five seconds it is gone here, and then on the server. */
  erase: () => void;
  /** Within those seconds: everything is as it was. */
  undoErase: () => void;
  /** Within those seconds: does not wait for them. */
  eraseNow: () => void;
  /**
   * While everything is being deleted: what whoever leaves now has to leave behind, a chat each, this one
   * first, so that it is deleted all the same. Empty otherwise.
   */
  unfinishedErasure: () => readonly Leaver[];
  deletion: Deletion;
  /** Those that the person moved on from: "Delete everything" deletes them as well. */
  earlier: EarlierChat[];
  /** For the beacon of the quick exit: which mailbox, and the proof that it is ours. */
  address: () => { mailboxId: MailboxId; token: Uint8Array };
  closeSocket: () => void;
  /** Overwrites every key and drops every message, now. */
  forget: () => void;
};
