import type { Claimer } from '#lib/crypto/conversation/claim.ts';
import { adminCertBytes } from '#lib/crypto/organisation/certificate-admin.ts';
import { deviceCertBytes } from '#lib/crypto/organisation/certificate-device.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { hoursOfDays, isWithin } from '#lib/crypto/primitives/time-units.ts';
import { keyPair } from '#lib/crypto/primitives/x25519.ts';
import type { WrapMember } from '../team/conversation-wraps.ts';
import type { TeamSession } from '../team/team-session.ts';

/** The parts of a signed-in member that the desk's cryptography needs. */
export type DeskMember = WrapMember & Pick<TeamSession, 'view' | 'epochSeed'>;

/**
 * Who claims: certificates from the checked directory; null when this member has none there that is valid. A person's
 * page refuses any other, and would wait on for somebody whom the server calls taken.
 * @param minute whole minutes since 1970
 */
export function claimerOf(member: DeskMember, minute: number): Claimer | null {
  const directory = member.directory();
  const device = directory.devices.get(member.deviceId);
  const admin = device && directory.admins.get(toHex(device.adminKeyId));
  if (!device || !admin) return null;
  const hour = Math.floor(minute / 60);
  if (![device, admin].every((days) => isWithin(hoursOfDays(days), hour))) return null;
  return {
    deviceCert: deviceCertBytes(device),
    adminCert: adminCertBytes(admin),
    dhKeys: keyPair(member.vault().counsellor.dhSecret),
  };
}
