import { randomBytes } from 'node:crypto';
import { archiveBytes } from './rows.ts';

// Bodies are random bytes of the sizes that the protocol has, which is what ciphertext is to the
// server. They are cut from one block: what a client spends on drawing would be measured, too.

const block = randomBytes(1 << 20);

function bytes(size: number): Uint8Array {
  const at = Math.floor(Math.random() * (block.length - size));
  return block.subarray(at, at + size);
}

const newId = (): string => randomBytes(16).toString('hex');

export const frameBytes = 628;
export const checkpointBytes = 4168;

export type BenchFrame = { frameId: string; blob: Uint8Array };

/** A sealed frame of the usual size. */
export const newFrame = (): BenchFrame => ({ frameId: newId(), blob: bytes(frameBytes) });

/** The counsellor's sealed state, number `n`. */
export const newCheckpoint = (n: number) => ({ n, blob: bytes(checkpointBytes) });

/** One message kept for the counsellor. */
export const newRecord = (i: number) => ({ i, direction: 0, blob: bytes(archiveBytes) });
