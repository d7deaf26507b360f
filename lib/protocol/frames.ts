import { bytes } from './bytes-fields.ts';
import { deviceId, frameId } from './ids.ts';
import { limits } from './limits.ts';
import * as z from './zod.ts';

/**
 * A ciphertext on its way. `frameId` is drawn by the sender, and stays the same when the same bytes are
 * sent again after a lost connection: the server stores one frame once.
 */
export const frame = z.strictObject({ frameId, blob: bytes(1, limits.frameBytes) });
export type Frame = z.infer<typeof frame>;

export const frameIds = z.array(frameId).check(z.maxLength(limits.confirmIds));

/** The counsellor's sealed state after this step; `n` must be one more than the stored one. */
export const checkpoint = z.strictObject({
  n: z.int().check(z.gte(1), z.lte(limits.highest)),
  blob: bytes(limits.checkpointBytes),
});
export type Checkpoint = z.infer<typeof checkpoint>;

/** One message kept for the counsellor until retention ends; `i` counts from 0 in a conversation. */
export const archiveRecord = z.strictObject({
  i: z.int().check(z.gte(0), z.lte(limits.highest)),
  direction: z.union([z.literal(0), z.literal(1)]),
  blob: bytes(1, limits.frameBytes),
});
export type ArchiveRecord = z.infer<typeof archiveRecord>;
export const archiveRecords = z.array(archiveRecord).check(z.maxLength(limits.confirmIds));

/** A secret SEALed to one device (reading 9). */
export const keyWrap = z.strictObject({
  deviceId,
  senderDeviceId: deviceId,
  blob: bytes(limits.wrapBytes),
});
export type KeyWrap = z.infer<typeof keyWrap>;
