import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, lp, reader, u8, u32 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { padTo, unpadFrom } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import { X_WING } from '../primitives/x-wing.ts';
import type { CounsellorSession, ResumeKeys } from './counsellor.ts';
import { firstSeq, isClaimed } from './session-state.ts';
import { decodeState, encodeState } from './state-codec.ts';

const SIZE = 4096;
const FORMAT = 1;
const NONE = new Uint8Array(32);

/** A checkpoint's number (from 1) and hash: what tells a rolled-back one from the newest. */
export type CheckpointMark = { n: number; hash: Uint8Array };

/** Before the first checkpoint. */
export const NO_CHECKPOINT: CheckpointMark = { n: 0, hash: NONE };

const keyOf = (csk: Uint8Array, n: number): Uint8Array => kdf(EMPTY, csk, 'ckpt', u32(n), 32);

/** The plaintext of a checkpoint (reading 33): at most 3,867 bytes, in quarantine 3,903. */
export function encodeCheckpoint(session: CounsellorSession, prevHash: Uint8Array): Uint8Array {
  return concat(
    u8(FORMAT),
    prevHash,
    session.resume.rsmSeed,
    session.resume.secret,
    session.previous?.rsmSeed ?? NONE,
    session.previous?.secret ?? NONE,
    lp(session.parkKey ?? EMPTY),
    u32(session.archiveCount),
    lp(encodeState(session.core)),
  );
}

function previousOf(rsmSeed: Uint8Array, secret: Uint8Array): ResumeKeys | null {
  return equalBytes(rsmSeed, NONE) && equalBytes(secret, NONE) ? null : { rsmSeed, secret };
}

/**
 * Undoes `encodeCheckpoint`. What the person had acknowledged is not in it: own messages count
 * as delivered again once the next frame of the person says so.
 * @throws BadFrame
 */
export function decodeCheckpoint(
  plain: Uint8Array,
  mailboxId: Uint8Array,
): { session: CounsellorSession; prevHash: Uint8Array } {
  const r = reader(plain);
  must(r.u8() === FORMAT);
  const prevHash = r.take(32);
  const resume = { rsmSeed: r.take(32), secret: r.take(32) };
  const previous = previousOf(r.take(32), r.take(32));
  const parkKey = r.lp();
  must(parkKey.length === 0 || parkKey.length === X_WING.publicKey);
  const archiveCount = r.u32();
  const core = decodeState(r.lp());
  r.end();
  must(core.role === 'counsellor' && isClaimed(core));
  const none = firstSeq(core.s);
  const session: CounsellorSession = {
    core,
    mailboxId,
    acknowledged: none,
    read: none,
    resume,
    previous,
    parkKey: parkKey.length === 0 ? null : parkKey,
    archiveCount,
  };
  return { session, prevHash };
}

/**
 * Seals the checkpoint that follows `last`: 4,168 bytes, whatever is in it.
 * @param csk the key of this conversation, 32 bytes
 * @param random one draw of 24 bytes
 * @returns the blob, and the mark to compare with when it comes back
 */
export function sealCheckpoint(
  session: CounsellorSession,
  csk: Uint8Array,
  last: CheckpointMark,
  random: Random,
): { blob: Uint8Array; mark: CheckpointMark } {
  const n = last.n + 1;
  const ad = concat(session.mailboxId, u32(n));
  const plain = padTo(encodeCheckpoint(session, last.hash), SIZE);
  const blob = sbxSeal(keyOf(csk, n), ad, plain, random);
  return { blob, mark: { n, hash: h32(blob) } };
}

/**
 * Opens checkpoint `n`. Whether it is the newest, only a remembered mark can tell.
 * @param known the newest mark this member remembers; null for none
 * @returns null when the server presents an older one than remembered, or another of the same
 *   number, or one that does not follow the remembered one: a roll-back, to be shown as an alarm
 * @throws BadFrame for a blob of another conversation, number or key
 */
export function openCheckpoint(
  blob: Uint8Array,
  place: { csk: Uint8Array; mailboxId: Uint8Array; n: number },
  known: CheckpointMark | null,
): { session: CounsellorSession; mark: CheckpointMark } | null {
  const { csk, mailboxId, n } = place;
  const padded = sbxOpen(keyOf(csk, n), concat(mailboxId, u32(n)), blob);
  const { session, prevHash } = decodeCheckpoint(unpadFrom(padded, SIZE), mailboxId);
  const mark = { n, hash: h32(blob) };
  return known && isRolledBack(mark, prevHash, known) ? null : { session, mark };
}

function isRolledBack(mark: CheckpointMark, prevHash: Uint8Array, known: CheckpointMark): boolean {
  if (mark.n < known.n) return true;
  if (mark.n === known.n) return !equalBytes(mark.hash, known.hash);
  return mark.n === known.n + 1 && !equalBytes(prevHash, known.hash);
}
