import type { KeyPair } from '../primitives/x25519.ts';

/** Who holds a state: the person who seeks help (V) or the counsellor's side (K). */
export type Role = 'person' | 'counsellor';

/** A message key that was skipped because its frame has not come (yet). */
export type SkippedKey = { dh: Uint8Array; n: number; mk: Uint8Array };

/** A message that came after a gap: its place in the transcript waits for the ones before. */
export type Waiting = { seq: number; hash: Uint8Array };

/**
 * One end of one session, from START to its last frame (reading 33). Immutable: every step
 * returns a new one, so that a refused frame, or a compare-and-swap that the server refuses,
 * leaves the old one good.
 */
export type SessionState = {
  readonly role: Role;
  /** session number, below 65536; 0 for an intake */
  readonly s: number;
  /** 32 bytes that bind every frame to its START */
  readonly ad: Uint8Array;
  /** own ratchet pair; null on the counsellor's side before the CLAIM */
  readonly own: KeyPair | null;
  /** the peer's ratchet key; null on the person's side before the CLAIM */
  readonly peer: Uint8Array | null;
  readonly rootKey: Uint8Array;
  readonly sendChain: Uint8Array | null;
  readonly receiveChain: Uint8Array | null;
  /** the chain of START, which the person writes and the counsellor reads */
  readonly startChain: Uint8Array | null;
  /** key of the CLAIM; null once claimed */
  readonly claimKey: Uint8Array | null;
  readonly sent: number;
  readonly received: number;
  readonly previousSent: number;
  readonly startCount: number;
  /** oldest first, at most 16 */
  readonly skipped: readonly SkippedKey[];
  readonly nextSeq: number;
  readonly ack: number;
  readonly peerT: Uint8Array;
  /** ascending, at most 16 */
  readonly waiting: readonly Waiting[];
  /** own transcript at the newest numbers, at most 32; the last one at `nextSeq` */
  readonly ownT: readonly Uint8Array[];
  /** one side saw what the other did not send: nothing more is sent or accepted */
  readonly quarantined: boolean;
};

/** Whether the CLAIM has been made (counsellor) or accepted (person). */
export const isClaimed = (state: SessionState): boolean => state.claimKey === null;

/** The first seq of a session: its number in the upper half. */
export const firstSeq = (s: number): number => s * 0x10000;

/** The session that a seq belongs to. */
export const sessionOf = (seq: number): number => Math.floor(seq / 0x10000);
