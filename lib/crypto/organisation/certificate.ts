import { BadFrame } from '../primitives/bad-frame.ts';
import { type AdminCert, adminCertBytes, parseAdminCert } from './certificate-admin.ts';
import { type DevEpoch, devEpochBytes, parseDevEpoch } from './certificate-dev-epoch.ts';
import { type DeviceCert, deviceCertBytes, parseDeviceCert } from './certificate-device.ts';
import { ENTRY_TYPE } from './certificate-layout.ts';
import { parseRevoke, type Revoke, revokeBytes } from './certificate-revoke.ts';
import { parseTeamEpoch, type TeamEpoch, teamEpochBytes } from './certificate-team-epoch.ts';

/** Everything that can stand in an organisation's directory. */
export type DirectoryEntry = AdminCert | DeviceCert | DevEpoch | TeamEpoch | Revoke;

/**
 * Reads any directory entry. Signatures are not checked.
 * @throws BadFrame, also for unknown types
 */
export function parseEntry(raw: Uint8Array): DirectoryEntry {
  switch (raw[1]) {
    case ENTRY_TYPE.admin:
      return parseAdminCert(raw);
    case ENTRY_TYPE.device:
      return parseDeviceCert(raw);
    case ENTRY_TYPE.devEpoch:
      return parseDevEpoch(raw);
    case ENTRY_TYPE.teamEpoch:
      return parseTeamEpoch('teamEpoch', raw);
    case ENTRY_TYPE.releaseEpoch:
      return parseTeamEpoch('releaseEpoch', raw);
    case ENTRY_TYPE.revoke:
      return parseRevoke(raw);
    default:
      throw new BadFrame();
  }
}

/** The bytes of a parsed entry (its one encoding). */
export function entryBytes(entry: DirectoryEntry): Uint8Array {
  switch (entry.kind) {
    case 'admin':
      return adminCertBytes(entry);
    case 'device':
      return deviceCertBytes(entry);
    case 'devEpoch':
      return devEpochBytes(entry);
    case 'teamEpoch':
    case 'releaseEpoch':
      return teamEpochBytes(entry);
    case 'revoke':
      return revokeBytes(entry);
  }
}
