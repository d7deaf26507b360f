import { concat, u8, u32 } from '../primitives/bytes.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import { pad, unpad } from '../primitives/padding.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';
import type { Role } from './session-state.ts';
import { directionOf } from './transcript.ts';

/** Which record of which conversation, and who said it. All of it is bound to the record. */
export type ArchivePlace = {
  /** 16 bytes */
  mailboxId: Uint8Array;
  /** counts from 0 in each conversation; the checkpoint says how many there are */
  index: number;
  sender: Role;
};

/**
 * ASK, the key that reads the archive. It comes from CSK but does not lead back to it, so that
 * those who look along can read and never speak (reading 11).
 */
export const archiveKey = (csk: Uint8Array, mailboxId: Uint8Array): Uint8Array =>
  kdf(EMPTY, csk, 'arch', mailboxId, 32);

const placeBytes = (p: ArchivePlace): Uint8Array =>
  concat(p.mailboxId, u32(p.index), u8(directionOf(p.sender)));

/**
 * One record: `SBX(ASK, mailboxId16 || u32 i || dir u8, padded inner)`.
 * @param random one draw of 24 bytes
 */
export const sealArchive = (
  ask: Uint8Array,
  place: ArchivePlace,
  innerBytes: Uint8Array,
  random: Random,
): Uint8Array => sbxSeal(ask, placeBytes(place), pad(innerBytes), random);

/**
 * The inner bytes of a record; `readInner` tells what they say.
 * @throws BadFrame for a record of another place, sender or conversation
 */
export const openArchive = (ask: Uint8Array, place: ArchivePlace, record: Uint8Array): Uint8Array =>
  unpad(sbxOpen(ask, placeBytes(place), record));
