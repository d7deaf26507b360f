import { bytes } from '../bytes-fields.ts';
import type { Answer } from '../codes.ts';
import { keyWrap } from '../frames.ts';
import { deviceId } from '../ids.ts';
import { limits } from '../limits.ts';
import * as z from '../zod.ts';
import { entryBytes, epoch, n } from './fields.ts';

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

/** Additions to the public directory, with the seals of the epochs among them. */
export const directoryAdditions = {
  /** Number of entries the sender knows; another length answers `stale`. */
  after: n,
  entries: z.array(entryBytes).check(z.maxLength(limits.appendEntries)),
  seals: z.array(epochSeal).check(z.maxLength(4096)),
  wraps: z.array(teamKeyWrap).check(z.maxLength(256)),
};

/** Namespace `/team`: the public directory, the keys that are sealed to one device, and the vault. */
export const directoryRequests = {
  'directory:read': z.strictObject({ from: n }),
  'directory:append': z.strictObject(directoryAdditions),
  /** Seals and wraps that are addressed to this device. */
  'keys:read': z.strictObject({ deviceId, fromEpoch: n }),
  'vault:store': z.strictObject({ version: epoch, blob: bytes(72, limits.vaultBytes) }),
} as const;

export type DirectoryAnswers = {
  'directory:read': Answer<{ entries: Uint8Array[]; siteEntry: Uint8Array; adminCert: Uint8Array }>;
  'directory:append': Answer;
  'keys:read': Answer<{ seals: EpochSeal[]; wraps: TeamKeyWrap[] }>;
  'vault:store': Answer;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type DirectoryFacts = {
  'directory:appended': (fact: { length: number }) => void;
};
