import { byteReader } from './byte-reader.ts';

/** What everyone may read in the first frame of a new conversation. */
export type PublicStart = { teamId: string; mailboxId: string };

const headerBytes = 1208;

/**
 * Reads the header of a first START frame in mode INTAKE:
 * `01 01 01 01 | keyId8 | teamId16 | epoch u32 | s u32 | ct 1120 | e0 32 | mailboxId16 | n u32`.
 * @returns null when it is none; the sealed part is opaque here
 */
export function readStart(frame: Uint8Array): PublicStart | null {
  if (frame.length <= headerBytes) return null;
  const reader = byteReader(frame.subarray(0, headerBytes));
  if (reader.number(4) !== 0x01010101) return null;
  reader.skip(8);
  const teamId = reader.id();
  reader.skip(4 + 4 + 1120 + 32);
  const mailboxId = reader.id();
  return reader.number(4) === 0 ? { teamId, mailboxId } : null;
}
