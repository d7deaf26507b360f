import type { Code } from '#lib/protocol/codes.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import type { Mailbox } from '../mailboxes/types.ts';

/** A frame as the schema gives it. */
export type NewFrame = { frameId: string; blob: StoredBytes };
export type NewCheckpoint = { n: number; blob: StoredBytes };
export type NewArchiveRecord = { i: number; direction: 0 | 1; blob: StoredBytes };

/** What of a mailbox decides, and who must hear of it. */
export type Box = Pick<
  Mailbox,
  'id' | 'organisationId' | 'state' | 'leaseMemberId' | 'checkpointN'
>;

/** The person sends a frame. */
export type StoreWrite = { kind: 'store'; mailboxId: string; frame: NewFrame };
/** The person confirms frames of the counsellor. */
export type ArrivedWrite = { kind: 'arrived'; mailboxId: string; frameIds: readonly string[] };
/** The counsellor's side goes one checkpoint forward. */
export type StepWrite = {
  kind: 'step';
  mailboxId: string;
  /** Who must hold the lease. */
  memberId: string;
  /** States of the mailbox that the step fits. */
  states: readonly string[];
  /** Its `n` is one more than the stored one's. */
  checkpoint: NewCheckpoint;
  archive: readonly NewArchiveRecord[];
  /** A frame for the person. */
  frame: NewFrame | null;
  /** Frames of the person that the checkpoint covers; they are deleted. */
  received: readonly string[];
  closes: boolean;
  /** The new last day of what is kept; null leaves it. */
  expiresDay: number | null;
};
export type Write = StoreWrite | ArrivedWrite | StepWrite;

/** `isNew` is false for what had been stored before; `box` is the mailbox before the write. */
export type Outcome = { ok: true; isNew: boolean; box: Box } | { ok: false; code: Code };
