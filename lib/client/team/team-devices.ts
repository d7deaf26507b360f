import type { DevEpoch } from '#lib/crypto/organisation/certificate-dev-epoch.ts';
import { type DeviceCert, hasRole, ROLE } from '#lib/crypto/organisation/certificate-device.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { deviceId } from '#lib/protocol/ids.ts';

/** A member's device that keys are sealed to: certificate and newest weekly key. */
export type Receiver = { id: ReturnType<typeof deviceId.parse>; cert: DeviceCert; epoch: DevEpoch };

/**
 * Devices of all members who did not leave, whether they signed in lately or not: who comes back from
 * three weeks of holiday must find the keys. Key officers' certificates receive nothing (item 12).
 */
export function receivers(directory: Directory): readonly Receiver[] {
  return [...directory.devices.values()]
    .filter((cert) => isMemberCert(cert) && !directory.revokedDevices.has(toHex(cert.deviceId)))
    .flatMap((cert) => {
      const epoch = directory.devEpochs.get(toHex(cert.deviceId));
      return epoch ? [{ id: deviceId.parse(toHex(cert.deviceId)), cert, epoch }] : [];
    });
}

/** Those of them who are supervisors. */
export const supervisors = (directory: Directory): readonly Receiver[] =>
  receivers(directory).filter(({ cert }) => hasRole(cert, ROLE.supervisor));

/** The certificate with a work name, not the key officer's. */
export const isMemberCert = (cert: DeviceCert): boolean => !hasRole(cert, ROLE.keyOfficer);
