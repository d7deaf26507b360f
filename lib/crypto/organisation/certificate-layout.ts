import { must } from '../primitives/bad-frame.ts';
import { concat, type Reader, u8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import type { RootSignature } from './organisation-roots.ts';

/** The second byte of every directory entry (reading 28). */
export const ENTRY_TYPE = {
  admin: 1,
  device: 2,
  devEpoch: 3,
  teamEpoch: 4,
  revoke: 5,
  releaseEpoch: 6,
} as const;

/** Longest lives (reading 28), in the unit that the entry counts in. */
export const LONGEST = {
  adminDays: 366,
  deviceDays: 30,
  devEpochHours: 168,
  teamEpochHours: 48,
  releaseEpochHours: 90 * 24,
} as const;

/** What an admin is called in certificates: the first 8 bytes of H32 of its public key. */
export const adminKeyIdOf = (publicKey: Uint8Array): Uint8Array => h32(publicKey).slice(0, 8);

/** `ver=01 | type u8`, the start of every entry. */
export const entryStart = (type: number): Uint8Array => concat(u8(1), u8(type));

/**
 * Reads `ver=01 | type`.
 * @throws BadFrame for another version or type
 */
export function readEntryStart(r: Reader, type: number): void {
  must(r.u8() === 1);
  must(r.u8() === type);
}

/** `count u8 | count * (rootIndex u8 | sig64)`. */
export const rootSignatureBytes = (signatures: readonly RootSignature[]): Uint8Array =>
  concat(
    u8(signatures.length),
    ...signatures.flatMap(({ rootIndex, signature }) => [u8(rootIndex), signature]),
  );

/**
 * Reads what `rootSignatureBytes` writes. Whether they are valid is checked against the roots.
 * @throws BadFrame
 */
export function readRootSignatures(r: Reader): readonly RootSignature[] {
  const count = r.u8();
  const signatures: RootSignature[] = [];
  for (let i = 0; i < count; i++) {
    signatures.push({ rootIndex: r.u8(), signature: r.take(64) });
  }
  return signatures;
}
