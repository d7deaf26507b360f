import { toHex } from '#lib/crypto/bytes.ts';
import { adminCertBytes } from '#lib/crypto/certificate-admin.ts';
import { deviceCertBytes } from '#lib/crypto/certificate-device.ts';
import type { Claimer } from '#lib/crypto/claim.ts';
import { keyPair } from '#lib/crypto/x25519.ts';
import type { WrapMember } from '../team/conversation-wraps.ts';
import type { TeamSession } from '../team/team-session.ts';

/** The parts of a signed-in member that the desk's cryptography needs. */
export type DeskMember = WrapMember & Pick<TeamSession, 'view' | 'epochSeed'>;

/** Who claims: certificates from the checked directory; null when this member has none there. */
export function claimerOf(member: DeskMember): Claimer | null {
  const directory = member.directory();
  const device = directory.devices.get(member.deviceId);
  const admin = device && directory.admins.get(toHex(device.adminKeyId));
  if (!device || !admin) return null;
  return {
    deviceCert: deviceCertBytes(device),
    adminCert: adminCertBytes(admin),
    dhKeys: keyPair(member.vault().counsellor.dhSecret),
  };
}
