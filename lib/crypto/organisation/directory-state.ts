import type { AdminCert } from './certificate-admin.ts';
import type { DevEpoch } from './certificate-dev-epoch.ts';
import type { DeviceCert } from './certificate-device.ts';
import type { TeamEpoch } from './certificate-team-epoch.ts';
import type { OrgRoots } from './organisation-roots.ts';

/**
 * An organisation's directory as far as it was checked. Maps are keyed by hexadecimal ids and
 * never changed: appending gives a new directory.
 */
export type Directory = {
  roots: OrgRoots;
  /** entries so far */
  count: number;
  /** 32 bytes; with `count` it names this directory and no other */
  head: Uint8Array;
  /** newest certificate of each admin, by keyId */
  admins: ReadonlyMap<string, AdminCert>;
  revokedAdmins: ReadonlySet<string>;
  /** newest certificate of each device, by deviceId */
  devices: ReadonlyMap<string, DeviceCert>;
  revokedDevices: ReadonlySet<string>;
  /** newest epoch of each device, by deviceId */
  devEpochs: ReadonlyMap<string, DevEpoch>;
  /** all epochs of each team, oldest first, by teamId */
  teamEpochs: ReadonlyMap<string, readonly TeamEpoch[]>;
  /** all release epochs of each team, oldest first, by teamId */
  releaseEpochs: ReadonlyMap<string, readonly TeamEpoch[]>;
};

/** What a member's vault remembers of a directory. */
export type DirectoryMark = { count: number; head: Uint8Array };
