import { bytes } from '../bytes-fields.ts';
import type { Answer } from '../codes.ts';
import {
  type ArchiveRecord,
  archiveRecords,
  type Checkpoint,
  checkpoint,
  type Frame,
  frame,
  frameIds,
  type KeyWrap,
  keyWrap,
} from '../frames.ts';
import { type MailboxId, mailboxId } from '../ids.ts';
import { limits } from '../limits.ts';
import * as z from '../zod.ts';
import { n } from './fields.ts';

const known = z.strictObject({ mailboxId, n });
/** A conversation that a desk holds, with its archive, as of checkpoint `n`. */
export type KnownChat = z.infer<typeof known>;

/**
 * What the person's page does right now, as far as their connection tells. `unknown`: the server
 * started less than half a minute ago and has not heard of them since.
 */
export type Presence = 'here' | 'away' | 'left' | 'unknown';

export type WaitingMailbox = {
  mailboxId: MailboxId;
  /** Order of arrival, ascending. */
  arrival: number;
  presence: Presence;
  frames: Frame[];
};

export type ConversationView = {
  mailboxId: MailboxId;
  state: 'open' | 'closed';
  presence: Presence;
  checkpoint: Checkpoint;
  wrap: KeyWrap;
  /** What the person sent and nobody confirmed yet, in order. */
  frames: Frame[];
  /** Empty where the desk holds it already: it named the same checkpoint. */
  archive: ArchiveRecord[];
  /** What the counsellor kept beside it; null for nothing. */
  margin: Uint8Array | null;
};

export type ConversationKey = { mailboxId: MailboxId; wrap: KeyWrap };

/** Namespace `/team`: who waits, and the conversations that a counsellor holds. */
export const conversationRequests = {
  'queue:read': z.strictObject({}),
  /** One transaction: the lease, the CLAIM, the first checkpoint, the key. Two people never get one. */
  'conversation:take': z.strictObject({
    mailboxId,
    claim: frame,
    checkpoint,
    wrap: keyWrap,
    /** Frames of the person that this checkpoint already covers. */
    received: frameIds,
    archive: archiveRecords,
  }),
  /** `known`: what this desk holds already, each with the checkpoint that it holds. */
  'conversation:read': z.strictObject({
    known: z.optional(z.array(known).check(z.maxLength(limits.knownChats))),
  }),
  /** The wraps of all conversations that this member holds, and nothing else of them. */
  'conversation:keys': z.strictObject({}),
  /** The same key under the newest weekly key of the same device; older wraps stop opening. */
  'conversation:rewrap': z.strictObject({ mailboxId, wrap: keyWrap }),
  'conversation:send': z.strictObject({ mailboxId, frame, checkpoint, archive: archiveRecords }),
  /** Received, decrypted and covered by this checkpoint; the server deletes the frames. */
  'conversation:confirm': z.strictObject({
    mailboxId,
    received: frameIds,
    checkpoint,
    archive: archiveRecords,
  }),
  /** What the counsellor keeps beside an own conversation; the last one stays. */
  'conversation:margin': z.strictObject({ mailboxId, blob: bytes(limits.marginBytes) }),
  /**
   * The last message (CLOSE) and the end, in one transaction. `abusive`: new chats cost work for a while; nothing
   * of it is stored.
   */
  'conversation:end': z.strictObject({
    mailboxId,
    frame,
    checkpoint,
    archive: archiveRecords,
    abusive: z.optional(z.boolean()),
  }),
  /** The end without a word, of a conversation in which this desk can say nothing: it needs no key. */
  'conversation:close': z.strictObject({ mailboxId }),
} as const;

export type ConversationAnswers = {
  'queue:read': Answer<{ waiting: WaitingMailbox[] }>;
  'conversation:take': Answer<{ presence: Presence; frames: Frame[] }>;
  'conversation:read': Answer<{ conversations: ConversationView[] }>;
  'conversation:keys': Answer<{ keys: ConversationKey[] }>;
  'conversation:rewrap': Answer;
  'conversation:send': Answer;
  'conversation:confirm': Answer;
  'conversation:margin': Answer;
  'conversation:end': Answer;
  'conversation:close': Answer;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type ConversationFacts = {
  'mailbox:waiting': (mailbox: WaitingMailbox) => void;
  'mailbox:frame': (fact: { mailboxId: MailboxId; frame: Frame }) => void;
  'mailbox:gone': (fact: { mailboxId: MailboxId }) => void;
  /** Only the holder. */
  'frame:arrived': (fact: { mailboxId: MailboxId; frame: Frame }) => void;
  /** Only the holder (waiting: everyone of the organisation). */
  'person:presence': (fact: { mailboxId: MailboxId; presence: Presence }) => void;
  /** Only the holder. */
  'conversation:closed': (fact: { mailboxId: MailboxId }) => void;
  /** Only the holder. Nothing of it is on the server any more; `last` proves that the person wanted it. */
  'conversation:deleted': (fact: { mailboxId: MailboxId; last: Frame | null }) => void;
};
