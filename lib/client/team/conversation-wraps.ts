import { unwrap, type WrapSubject, wrap } from '#lib/crypto/account/wrap.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { keyPair } from '#lib/crypto/primitives/x25519.ts';
import type { KeyWrap } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { orNull } from '../desk/or-null.ts';
import type { TeamSession } from './team-session.ts';

/** The parts of a signed-in member that open and close wraps. */
export type WrapMember = Pick<TeamSession, 'deviceId' | 'vault' | 'directory' | 'deviceSeeds'>;

const about = (mailboxId: MailboxId): WrapSubject => ({
  what: 'csk',
  subject: fromHex(mailboxId),
});

/** CSK wrapped to oneself under the newest weekly key; null when there is none. */
export function wrapToOneself(
  member: WrapMember,
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

function senderKey(member: WrapMember, wrapped: KeyWrap): Uint8Array | null {
  if (wrapped.senderDeviceId === member.deviceId) {
    return keyPair(member.vault().counsellor.dhSecret).publicKey;
  }
  return member.directory().devices.get(wrapped.senderDeviceId)?.dhKey ?? null;
}

/**
 * CSK out of its wrap, with whichever weekly key is still kept. The sender's DA comes from the
 * checked directory, so a server cannot slip in a key of its own (reading 9).
 * @returns null when no key of this member opens it. `isNewest`: the newest weekly key did
 */
export function openWrap(
  member: WrapMember,
  mailboxId: MailboxId,
  wrapped: KeyWrap,
): { csk: Uint8Array; isNewest: boolean } | null {
  const dhPublic = senderKey(member, wrapped);
  if (!dhPublic) return null;
  const from = { deviceId: fromHex(wrapped.senderDeviceId), dhPublic };
  const { deviceId, dhSecret } = member.vault().counsellor;
  for (const [at, seed] of member.deviceSeeds().entries()) {
    const to = { deviceId, dhSecret, epochKeys: xWingKeys(seed) };
    const csk = orNull(() => unwrap(about(mailboxId), from, to, wrapped.blob));
    if (csk) return { csk, isNewest: at === 0 };
  }
  return null;
}
