import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, u32, utf8 } from '../primitives/bytes.ts';
import { EMPTY, kdf, PROTOCOL } from '../primitives/kdf.ts';
import type { Random } from '../primitives/random.ts';
import { seal, unseal } from '../primitives/seal.ts';
import { type XWingKeys, xWingKeys } from '../primitives/x-wing.ts';
import { dh } from '../primitives/x25519.ts';

/**
 * What a wrap carries (reading 9): conversation key, archive key, hand-over data, a resume
 * public key, a team storage key.
 */
export type WrapWhat = 'csk' | 'ask' | 'hand' | 'rsm' | 'store';

/** What is wrapped, and about what: mailboxId16, or teamId16 for `store`. */
export type WrapSubject = { what: WrapWhat; subject: Uint8Array };

/** A device in the role of sender or receiver: its id (16 bytes) and DA, X25519, 32 bytes. */
export type WrapPeer = { deviceId: Uint8Array; dhPublic: Uint8Array };
export type WrapSelf = { deviceId: Uint8Array; dhSecret: Uint8Array };

const infoOf = (w: WrapSubject, sender: Uint8Array, receiver: Uint8Array): Uint8Array =>
  concat(utf8(`${PROTOCOL}/wrap/${w.what}\0`), w.subject, sender, receiver);

// SEAL alone is anonymous: a server could wrap a key of its own and so become the other side of
// a conversation. The psk of two certified DA keys says who wrapped.
function pskOf(self: WrapSelf, peer: WrapPeer, info: Uint8Array): Uint8Array {
  const toOneself = equalBytes(self.deviceId, peer.deviceId);
  const shared = toOneself ? self.dhSecret : dh(self.dhSecret, peer.dhPublic);
  return kdf(EMPTY, shared, 'wrap', info, 32);
}

/**
 * Wraps a secret for one device (reading 9): `SEAL(DE.pk, info, secret, psk)`.
 * @param to the receiver's DA and its current DE (1216 bytes), both from the directory; the own
 *   device id wraps to oneself
 * @param random draws 64, then 24 bytes
 * @throws BadFrame for bad public keys
 */
export function wrap(
  what: WrapSubject,
  from: WrapSelf,
  to: WrapPeer & { epochKey: Uint8Array },
  secret: Uint8Array,
  random: Random,
): Uint8Array {
  const info = infoOf(what, from.deviceId, to.deviceId);
  return seal(to.epochKey, info, secret, random, pskOf(from, to, info));
}

/**
 * Opens a wrap.
 * @param from the sender, whose DA comes from the directory and never from the server's row
 * @param to the own device with the DE pair of the time of wrapping
 * @throws BadFrame, also when another device than `from` made it
 */
export function unwrap(
  what: WrapSubject,
  from: WrapPeer,
  to: WrapSelf & { epochKeys: XWingKeys },
  box: Uint8Array,
): Uint8Array {
  const info = infoOf(what, from.deviceId, to.deviceId);
  return unseal(to.epochKeys, info, box, pskOf(to, from, info));
}

/** Which published key a seed belongs to, and for which device the wrap is. */
export type EpochSeedSubject = {
  /** team key or release key; the release key's wrap is ours to define: `re` beside `te` */
  kind: 'te' | 're';
  orgId: Uint8Array;
  teamId: Uint8Array;
  epoch: number;
  receiverDevice: Uint8Array;
};

const epochInfo = (s: EpochSeedSubject): Uint8Array =>
  concat(utf8(`${PROTOCOL}/wrap/${s.kind}\0`), s.orgId, s.teamId, u32(s.epoch), s.receiverDevice);

/**
 * Wraps the 32-byte seed of a team or release epoch for one device. It needs no psk: the seed
 * must give the public key that a key officer signed.
 * @throws BadFrame for a bad DE key
 */
export const wrapEpochSeed = (
  subject: EpochSeedSubject,
  deviceEpochKey: Uint8Array,
  seed: Uint8Array,
  random: Random,
): Uint8Array => seal(deviceEpochKey, epochInfo(subject), seed, random);

/**
 * Opens the wrap of an epoch seed and refuses one that does not give the signed public key. A
 * missing or refused wrap must be shown to the member: it is the only trace of a key officer
 * who keeps a team key for themselves (remark 42).
 * @throws BadFrame
 */
export function unwrapEpochSeed(
  subject: EpochSeedSubject,
  deviceEpochKeys: XWingKeys,
  signedPublicKey: Uint8Array,
  box: Uint8Array,
): Uint8Array {
  const seed = unseal(deviceEpochKeys, epochInfo(subject), box);
  must(seed.length === 32);
  must(equalBytes(xWingKeys(seed).publicKey, signedPublicKey));
  return seed;
}
