import { must } from '../primitives/bad-frame.ts';
import { concat, u8, u32 } from '../primitives/bytes.ts';
import { EMPTY, kdf } from '../primitives/kdf.ts';
import type { Random } from '../primitives/random.ts';
import { sbxOpen, sbxSeal } from '../primitives/sbx.ts';

const CHUNK = 65536;
const SMALLEST = 16384;
/** Longest attachment, in bytes (decision 13). */
export const ATTACHMENT_MAX = 10 * 1024 * 1024;

/**
 * Padmé: the size to which a file is extended, at most 12 % more and at least 16 KiB. It leaves
 * few classes of sizes (reading 27).
 */
export function padme(length: number): number {
  const size = Math.max(length, SMALLEST);
  const e = Math.floor(Math.log2(size));
  const s = Math.floor(Math.log2(e)) + 1;
  const unit = 2 ** (e - s);
  return Math.ceil(size / unit) * unit;
}

/** The key of one file (32 bytes) and its random id (16 bytes). */
export type AttachmentKey = { key: Uint8Array; fileId: Uint8Array };

const lastFlag = (i: number, count: number): Uint8Array => u8(i === count - 1 ? 1 : 0);

const chunkKey = (key: Uint8Array, i: number, last: Uint8Array): Uint8Array =>
  kdf(EMPTY, key, 'att', concat(u32(i), last), 32);

const chunkAd = (fileId: Uint8Array, i: number, last: Uint8Array): Uint8Array =>
  concat(fileId, u32(i), last);

/**
 * Encrypts a file in chunks of 64 KiB (protocol 2.11). Number and end mark of a chunk are in its
 * key and its associated data: no reordering, no cutting short.
 * @param random one draw of 24 bytes a chunk
 * @throws BadFrame above 10 MiB
 */
export function sealAttachment(
  { key, fileId }: AttachmentKey,
  file: Uint8Array,
  random: Random,
): readonly Uint8Array[] {
  must(file.length <= ATTACHMENT_MAX);
  const padded = new Uint8Array(padme(file.length));
  padded.set(file);
  const count = Math.ceil(padded.length / CHUNK);
  return Array.from({ length: count }, (_, i) => {
    const last = lastFlag(i, count);
    const part = padded.subarray(i * CHUNK, (i + 1) * CHUNK);
    return sbxSeal(chunkKey(key, i, last), chunkAd(fileId, i, last), part, random);
  });
}

/**
 * The file from all its chunks.
 * @param length its true length, from the message
 * @throws BadFrame for a missing, foreign or damaged chunk, a wrong length, or bytes in the padding
 */
export function openAttachment(
  { key, fileId }: AttachmentKey,
  chunks: readonly Uint8Array[],
  length: number,
): Uint8Array {
  must(length <= ATTACHMENT_MAX);
  const padded = concat(
    ...chunks.map((chunk, i) => {
      const last = lastFlag(i, chunks.length);
      return sbxOpen(chunkKey(key, i, last), chunkAd(fileId, i, last), chunk);
    }),
  );
  must(padded.length === padme(length));
  must(padded.subarray(length).every((byte) => byte === 0));
  return padded.slice(0, length);
}
