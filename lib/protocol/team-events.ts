import type { AuditEntryView } from './audit.ts';
import { bytes } from './bytes-fields.ts';
import type { Answer } from './codes.ts';
import { type Duty, longestReachable } from './duty.ts';
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
} from './frames.ts';
import {
  deviceId,
  type LookId,
  lookId,
  type MailboxId,
  type MemberId,
  mailboxId,
  memberId,
  type OrganisationId,
  type ReleaseId,
  releaseId,
} from './ids.ts';
import { limits } from './limits.ts';
import {
  bodyHash,
  quarter,
  refHash,
  refHashes,
  releasedFile,
  sealedSignal,
  sha256,
  signalScope,
} from './signal-fields.ts';
import { type SignalTerms, signalTerms } from './signal-terms.ts';
import * as z from './zod.ts';

const n = z.int().check(z.gte(0), z.lte(limits.highest));
const epoch = z.int().check(z.gte(1), z.lte(limits.highest));
const entryBytes = bytes(2, 4096);

/** The seed of a team epoch, SEALed to one device. */
const epochSeal = z.strictObject({ epoch, deviceId, blob: bytes(limits.wrapBytes) });
export type EpochSeal = z.infer<typeof epochSeal>;

/** A team key (`store`) or release seed, wrapped to one device. */
const teamKeyWrap = z.strictObject({
  what: z.enum(['store', 'release']),
  epoch,
  ...keyWrap.shape,
});
export type TeamKeyWrap = z.infer<typeof teamKeyWrap>;

const known = z.strictObject({ mailboxId, n });
/** A conversation that a desk holds, with its archive, as of checkpoint `n`. */
export type KnownChat = z.infer<typeof known>;

/** Additions to the public directory, with the seals of the epochs among them. */
const append = {
  /** Number of entries the sender knows; another length answers `stale`. */
  after: n,
  entries: z.array(entryBytes).check(z.maxLength(limits.appendEntries)),
  seals: z.array(epochSeal).check(z.maxLength(4096)),
  wraps: z.array(teamKeyWrap).check(z.maxLength(256)),
};

/**
 * Namespace `/team`: what a signed-in member's browser sends. The session cookie says who it is; the
 * organisation is always the member's own.
 */
export const teamRequests = {
  'directory:read': z.strictObject({ from: n }),
  'directory:append': z.strictObject(append),
  /** Seals and wraps that are addressed to this device. */
  'keys:read': z.strictObject({ deviceId, fromEpoch: n }),
  'vault:store': z.strictObject({ version: epoch, blob: bytes(72, limits.vaultBytes) }),

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
  /** The last message (CLOSE) and the end, in one transaction. */
  'conversation:end': z.strictObject({ mailboxId, frame, checkpoint, archive: archiveRecords }),

  'member:read': z.strictObject({}),
  'member:invite': z.strictObject({ roles: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  /** The certificates of a member whose five words were compared, and the seals for their device. */
  'member:approve': z.strictObject({ memberId, ...append }),
  /** Revocations and new epochs; their sessions end at once. */
  'member:suspend': z.strictObject({ memberId, ...append }),

  /** A newer signed public record of the organisation (name, languages, hours). */
  /** A signal and its consent, sealed to the release key `epoch`; refused unless the consent is registered. */
  'signal:store': z.strictObject({
    refHash,
    bodyHash,
    scope: signalScope,
    epoch,
    blob: sealedSignal,
  }),
  /** Somebody in this conversation is in danger: the supervisors hear who calls, nothing else. */
  'supervisor:call': z.strictObject({ mailboxId }),

  /** A second person must look before a signal of somebody who may be a minor is proposed; not at which chat. */
  'look:ask': z.strictObject({ lookId }),
  /** They talked, and it may be proposed. An unknown one is answered the same. */
  'look:confirm': z.strictObject({ lookId }),

  /** Sealed signals, who approved what of them, and what left. */
  'signals:read': z.strictObject({}),
  /** Yes to exactly this content; a newer yes of the same member replaces it. */
  'signals:approve': z.strictObject({ refHash, contentHash: sha256 }),
  /** The file of a case, after two members said yes to this content; the signal goes in the same moment. */
  'release:make': z.strictObject({
    releaseId,
    refHash,
    contentHash: sha256,
    fileHash: sha256,
    file: releasedFile,
  }),
  /** Directory and public record of the organisation that is our desk, to find its release key in it. */
  'desk:read': z.strictObject({}),
  /** An own pattern signal that a supervisor looked at, sealed to the release key `epoch` of our desk. */
  'signal:forward': z.strictObject({ refHash, epoch, blob: sealedSignal }),
  /**
   * Yes to exactly this pattern of a quarter: this content, made of these signals (`pool`), of which these are in
   * a cluster (`placed`). A newer yes of the same member replaces it.
   */
  'pattern:approve': z.strictObject({
    quarter,
    contentHash: sha256,
    pool: refHashes,
    placed: refHashes,
  }),
  /** The file of a quarter, after two members said yes to this content; what is in it goes in the same moment. */
  'pattern:release': z.strictObject({
    releaseId,
    quarter,
    contentHash: sha256,
    fileHash: sha256,
    file: releasedFile,
  }),
  /** The encrypted file of a release, as long as it is kept. */
  'release:read': z.strictObject({ releaseId }),

  /** Police units and settings of signals, for a second supervisor to confirm by publishing them. */
  'terms:propose': z.strictObject({ terms: signalTerms }),
  'terms:read': z.strictObject({}),
  /** Takes a proposal away: one's own, or a colleague's that nobody should confirm. */
  'terms:drop': z.strictObject({}),

  /** Who of the staff did what, from entry `from` on, oldest first; empty: there is no more. */
  'audit:read': z.strictObject({ from: n }),

  /** The desk is open on this browser, said each time it connects: its counsellor is there for people. */
  'desk:open': z.strictObject({}),
  /** Whether people can write to us now, and if not, who is missing. */
  'duty:read': z.strictObject({}),
  /** A supervisor can be called for so many minutes from now; 0 takes it back. Not stored: who. */
  'duty:reachable': z.strictObject({ minutes: z.int().check(z.gte(0), z.lte(longestReachable)) }),

  'organisation:publish': z.strictObject({ siteEntry: bytes(100, 32768), adminCert: entryBytes }),
} as const;

export type TeamRequests = typeof teamRequests;
export type TeamEvent = keyof TeamRequests;

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

export type MemberView = {
  memberId: MemberId;
  loginName: string;
  displayName: string;
  roles: number;
  status: 'pending' | 'active' | 'suspended';
  identity: Uint8Array;
  deviceEpoch: Uint8Array;
};

/** What waits for a second supervisor. `day`: days since 1970. */
export type TermsProposal = {
  memberId: MemberId;
  displayName: string;
  day: number;
  terms: SignalTerms;
};

/** A sealed signal as the server holds it. `day`: days since 1970. */
export type StoredSignal = {
  refHash: Uint8Array;
  scope: number;
  epoch: number;
  day: number;
  blob: Uint8Array;
  /** Who passed it on to us, their desk; null for an own one. */
  originId: OrganisationId | null;
  /** An own one that our desk has too. */
  isForwarded: boolean;
  approvals: ApprovalView[];
};

/** A member who said yes to this content. */
export type ApprovalView = { memberId: MemberId; displayName: string; contentHash: Uint8Array };

/** Who said yes to what of a quarter that has not left. */
export type PatternView = { quarter: string; approvals: ApprovalView[] };

/** What left. `hasFile`: it can still be downloaded. */
export type ReleaseView = {
  releaseId: ReleaseId;
  scope: number;
  day: number;
  /** of a pattern */
  quarter: string | null;
  displayName: string;
  fileHash: Uint8Array;
  hasFile: boolean;
};

export type TeamAnswers = {
  'directory:read': Answer<{ entries: Uint8Array[]; siteEntry: Uint8Array; adminCert: Uint8Array }>;
  'directory:append': Answer;
  'keys:read': Answer<{ seals: EpochSeal[]; wraps: TeamKeyWrap[] }>;
  'vault:store': Answer;
  'queue:read': Answer<{ waiting: WaitingMailbox[] }>;
  'conversation:take': Answer<{ presence: Presence; frames: Frame[] }>;
  'conversation:read': Answer<{ conversations: ConversationView[] }>;
  'conversation:keys': Answer<{ keys: ConversationKey[] }>;
  'conversation:rewrap': Answer;
  'conversation:send': Answer;
  'conversation:confirm': Answer;
  'conversation:margin': Answer;
  'conversation:end': Answer;
  'member:read': Answer<{ members: MemberView[] }>;
  'member:invite': Answer<{ token: string; expiresDay: number }>;
  'member:approve': Answer;
  'member:suspend': Answer;
  'signal:store': Answer;
  'supervisor:call': Answer;
  'look:ask': Answer;
  'look:confirm': Answer;
  'signals:read': Answer<{
    signals: StoredSignal[];
    releases: ReleaseView[];
    patterns: PatternView[];
  }>;
  'signals:approve': Answer;
  'release:make': Answer;
  'desk:read': Answer<{ entries: Uint8Array[]; siteEntry: Uint8Array; adminCert: Uint8Array }>;
  'signal:forward': Answer;
  'pattern:approve': Answer;
  'pattern:release': Answer;
  'release:read': Answer<{ file: Uint8Array }>;
  'terms:propose': Answer;
  'terms:read': Answer<{ proposal: TermsProposal | null }>;
  'desk:open': Answer;
  'duty:read': Answer<Duty>;
  'duty:reachable': Answer;
  'terms:drop': Answer;
  'audit:read': Answer<{ entries: AuditEntryView[] }>;
  'organisation:publish': Answer;
};

/** Facts for everyone of the organisation, and (marked) for the member who holds the conversation. */
export type TeamFacts = {
  'mailbox:waiting': (mailbox: WaitingMailbox) => void;
  'mailbox:frame': (fact: { mailboxId: MailboxId; frame: Frame }) => void;
  'mailbox:gone': (fact: { mailboxId: MailboxId }) => void;
  /** A newer public record: everyone's desk follows the hours of now. */
  'organisation:published': (fact: Record<string, never>) => void;
  'directory:appended': (fact: { length: number }) => void;
  'member:changed': (fact: { memberId: MemberId }) => void;
  'duty:changed': (duty: Duty) => void;
  /** Only supervisors: this counsellor calls, somebody may be in danger. */
  'supervisor:called': (fact: { memberId: MemberId; displayName: string }) => void;
  /** A colleague asks for a second look; nothing says at which chat. */
  'look:asked': (fact: { lookId: LookId; displayName: string }) => void;
  /** Somebody else looked: the server has seen that it was another member. */
  'look:confirmed': (fact: { lookId: LookId; displayName: string; isSupervisor: boolean }) => void;
  /** Only supervisors: sealed signals came or were taken back; read them again. */
  'signal:changed': (fact: Record<string, never>) => void;
  /** Only supervisors: units or settings of signals were proposed, confirmed or taken away. */
  'terms:changed': (fact: Record<string, never>) => void;
  /** Only the holder. */
  'frame:arrived': (fact: { mailboxId: MailboxId; frame: Frame }) => void;
  /** Only the holder (waiting: everyone of the organisation). */
  'person:presence': (fact: { mailboxId: MailboxId; presence: Presence }) => void;
  /** Only the holder. */
  'conversation:closed': (fact: { mailboxId: MailboxId }) => void;
  /** Only the holder. Nothing of it is on the server any more; `last` proves that the person wanted it. */
  'conversation:deleted': (fact: { mailboxId: MailboxId; last: Frame | null }) => void;
};

export type TeamEmits = {
  [E in TeamEvent]: (
    request: z.input<TeamRequests[E]>,
    answer: (answer: TeamAnswers[E]) => void,
  ) => void;
};
