import { fromHex, toHex } from '#lib/crypto/bytes.ts';
import { adminCertBytes } from '#lib/crypto/certificate-admin.ts';
import { deviceCertBytes } from '#lib/crypto/certificate-device.ts';
import type { Claimer } from '#lib/crypto/claim.ts';
import type { Random } from '#lib/crypto/random.ts';
import { unwrap, type WrapSubject, wrap } from '#lib/crypto/wrap.ts';
import { xWingKeys } from '#lib/crypto/x-wing.ts';
import { keyPair } from '#lib/crypto/x25519.ts';
import type { KeyWrap } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { TeamSession } from '../team/team-session.ts';
import { orNull } from './or-null.ts';

/** The parts of a signed-in member that the desk's cryptography needs. */
export type DeskMember = Pick<
  TeamSession,
  'view' | 'deviceId' | 'vault' | 'directory' | 'epochSeed' | 'deviceSeeds'
>;

const about = (mailboxId: MailboxId): WrapSubject => ({
  what: 'csk',
  subject: fromHex(mailboxId),
});

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

/** CSK wrapped to oneself under the newest weekly key; null when there is none. */
export function wrapToOneself(
  member: DeskMember,
  mailboxId: MailboxId,
  csk: Uint8Array,
  random: Random,
): KeyWrap | null {
  const seed = member.deviceSeeds()[0];
  if (!seed) return null;
  const { deviceId, dhSecret } = member.vault().counsellor;
  const self = { deviceId, dhSecret };
  const to = {
    deviceId,
    dhPublic: keyPair(dhSecret).publicKey,
    epochKey: xWingKeys(seed).publicKey,
  };
  const blob = Uint8Array.from(wrap(about(mailboxId), self, to, csk, random));
  return { deviceId: member.deviceId, senderDeviceId: member.deviceId, blob };
}

function senderKey(member: DeskMember, wrapped: KeyWrap): Uint8Array | null {
  if (wrapped.senderDeviceId === member.deviceId) {
    return keyPair(member.vault().counsellor.dhSecret).publicKey;
  }
  return member.directory().devices.get(wrapped.senderDeviceId)?.dhKey ?? null;
}

/**
 * CSK out of its wrap, with whichever weekly key is still kept. The sender's DA comes from the
 * checked directory, so a server cannot slip in a key of its own (reading 9).
 * @returns null when no key of this member opens it
 */
export function unwrapOwn(
  member: DeskMember,
  mailboxId: MailboxId,
  wrapped: KeyWrap,
): Uint8Array | null {
  const dhPublic = senderKey(member, wrapped);
  if (!dhPublic) return null;
  const from = { deviceId: fromHex(wrapped.senderDeviceId), dhPublic };
  const { deviceId, dhSecret } = member.vault().counsellor;
  for (const seed of member.deviceSeeds()) {
    const to = { deviceId, dhSecret, epochKeys: xWingKeys(seed) };
    const csk = orNull(() => unwrap(about(mailboxId), from, to, wrapped.blob));
    if (csk) return csk;
  }
  return null;
}
