import { must } from '../primitives/bad-frame.ts';
import { equalBytes, toHex } from '../primitives/bytes.ts';
import { checkXWingKey } from '../primitives/x-wing-key.ts';
import type { DirectoryEntry } from './certificate.ts';
import { type AdminCert, checkAdminCert } from './certificate-admin.ts';
import { checkDevEpoch, type DevEpoch } from './certificate-dev-epoch.ts';
import { checkDeviceCert, type DeviceCert, hasRole, ROLE } from './certificate-device.ts';
import { checkAdminRevoke, checkDeviceRevoke, type Revoke } from './certificate-revoke.ts';
import { checkTeamEpoch, type TeamEpoch } from './certificate-team-epoch.ts';
import type { Directory } from './directory-state.ts';

const ZERO32 = new Uint8Array(32);

function activeAdmin(d: Directory, keyId: Uint8Array): AdminCert {
  const id = toHex(keyId);
  const admin = d.admins.get(id);
  must(admin !== undefined && !d.revokedAdmins.has(id));
  return admin;
}

/** The device that may sign: known, not revoked, and vouched for by an admin who still counts. */
function activeDevice(d: Directory, deviceId: Uint8Array): DeviceCert {
  const id = toHex(deviceId);
  const device = d.devices.get(id);
  must(device !== undefined && !d.revokedDevices.has(id));
  activeAdmin(d, device.adminKeyId);
  return device;
}

function checkAdmin(d: Directory, cert: AdminCert): void {
  // A revoked admin does not come back under the same key.
  must(!d.revokedAdmins.has(toHex(cert.keyId)));
  checkAdminCert(cert, d.roots);
}

function checkDevice(d: Directory, cert: DeviceCert): void {
  const id = toHex(cert.deviceId);
  must(!d.revokedDevices.has(id));
  checkDeviceCert(cert, activeAdmin(d, cert.adminKeyId));
  const before = d.devices.get(id);
  if (before === undefined) return;
  must(equalBytes(before.counsellorId, cert.counsellorId));
  must(equalBytes(before.teamId, cert.teamId));
}

function checkDeviceEpoch(d: Directory, epoch: DevEpoch): void {
  checkDevEpoch(epoch, activeDevice(d, epoch.deviceId).signingKey);
  const before = d.devEpochs.get(toHex(epoch.deviceId));
  must(epoch.epoch === (before?.epoch ?? 0) + 1);
  checkXWingKey(epoch.publicKey);
}

function checkKeyOfTeam(
  d: Directory,
  epoch: TeamEpoch,
  role: number,
  earlier: Directory['teamEpochs'],
): void {
  const signer = activeDevice(d, epoch.signerDevice);
  must(hasRole(signer, role) && equalBytes(signer.teamId, epoch.teamId));
  checkTeamEpoch(epoch, signer.signingKey);
  const before = earlier.get(toHex(epoch.teamId))?.at(-1);
  must(epoch.epoch === (before?.epoch ?? 0) + 1);
  must(equalBytes(epoch.prevHash, before?.hash ?? ZERO32));
  checkXWingKey(epoch.publicKey);
}

function checkRevoke(d: Directory, revoke: Revoke): void {
  if (revoke.what === 'admin') checkAdminRevoke(revoke, d.roots);
  else checkDeviceRevoke(revoke, activeAdmin(d, revoke.adminKeyId));
}

/**
 * Whether an entry may follow everything that stands in the directory (reading 29). Refused:
 * another organisation's; a certificate by an unknown or revoked admin; anything signed by or
 * for a revoked device; a device that changes person or team; an epoch by a device without the
 * role, of another team, or whose admin is revoked; an epoch out of order.
 * @throws BadFrame
 */
export function checkEntry(d: Directory, entry: DirectoryEntry): void {
  must(equalBytes(entry.orgId, d.roots.orgId));
  switch (entry.kind) {
    case 'admin':
      checkAdmin(d, entry);
      break;
    case 'device':
      checkDevice(d, entry);
      break;
    case 'devEpoch':
      checkDeviceEpoch(d, entry);
      break;
    case 'teamEpoch':
      checkKeyOfTeam(d, entry, ROLE.keyOfficer, d.teamEpochs);
      break;
    case 'releaseEpoch':
      checkKeyOfTeam(d, entry, ROLE.supervisor, d.releaseEpochs);
      break;
    case 'revoke':
      checkRevoke(d, entry);
      break;
  }
}
