import type { DatedSeed, StoreKey, VaultIdentity } from '#lib/crypto/account/vault-content.ts';
import { type WrapSelf, wrap, wrapEpochSeed } from '#lib/crypto/account/wrap.ts';
import {
  issueTeamEpoch,
  type TeamEpochKind,
} from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { deviceId } from '#lib/protocol/ids.ts';
import type { EpochSeal, TeamKeyWrap } from '#lib/protocol/team/directory-events.ts';
import type { PlannedEpoch } from './epoch-plan.ts';
import type { Receiver } from './team-devices.ts';

/** A new epoch: its seed for the vault, its entry, and H32 of the entry for the one after it. */
export type MadeEpoch = { kept: DatedSeed; entry: Uint8Array; hash: Uint8Array };

export type EpochMaking = {
  kind: TeamEpochKind;
  /** 16 bytes; one team an organisation, so it is the team's id as well */
  orgId: Uint8Array;
  planned: PlannedEpoch;
  /** H32 of the entry of this kind before it, null for the first */
  prevHash: Uint8Array | null;
  signer: VaultIdentity;
  random: Random;
};

/** Makes one team or release epoch with a fresh seed. */
export function makeEpoch(making: EpochMaking): MadeEpoch {
  const { kind, orgId, planned, prevHash, signer, random } = making;
  const seed = random(32);
  const fields = {
    orgId,
    teamId: orgId,
    ...planned,
    publicKey: xWingKeys(seed).publicKey,
    prevHash: prevHash ?? new Uint8Array(32),
    signerDevice: signer.deviceId,
  };
  const entry = issueTeamEpoch(kind, fields, signer.signingSeed);
  const { epoch, notAfter } = planned;
  return { kept: { epoch, notAfter, seed }, entry, hash: h32(entry) };
}

/** The seed of a team (`te`) or release (`re`) epoch, sealed to one device. */
function sealedSeed(
  kind: 'te' | 're',
  orgId: Uint8Array,
  { epoch, seed }: DatedSeed,
  { cert, epoch: device }: Receiver,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const subject = { kind, orgId, teamId: orgId, epoch, receiverDevice: cert.deviceId };
  return Uint8Array.from(wrapEpochSeed(subject, device.publicKey, seed, random));
}

/** The seed of a team epoch, sealed to each of these devices. */
export const sealsFor = (
  orgId: Uint8Array,
  made: DatedSeed,
  to: readonly Receiver[],
  random: Random,
): EpochSeal[] =>
  to.map((receiver) => ({
    epoch: made.epoch,
    deviceId: receiver.id,
    blob: sealedSeed('te', orgId, made, receiver, random),
  }));

/** The seed of a release epoch, sealed to each of these supervisors' devices. */
export const releaseWrapsFor = (
  orgId: Uint8Array,
  made: DatedSeed,
  from: VaultIdentity,
  to: readonly Receiver[],
  random: Random,
): TeamKeyWrap[] =>
  to.map((receiver) => ({
    what: 'release',
    epoch: made.epoch,
    deviceId: receiver.id,
    senderDeviceId: idOf(from),
    blob: sealedSeed('re', orgId, made, receiver, random),
  }));

/** A team storage key, wrapped for each of these devices; the wrap says who made it (reading 9). */
export const storageWrapsFor = (
  orgId: Uint8Array,
  { epoch, key }: StoreKey,
  from: VaultIdentity,
  to: readonly Receiver[],
  random: Random,
): TeamKeyWrap[] =>
  to.map(({ id, cert, epoch: device }) => {
    const self: WrapSelf = { deviceId: from.deviceId, dhSecret: from.dhSecret };
    const peer = { deviceId: cert.deviceId, dhPublic: cert.dhKey, epochKey: device.publicKey };
    const blob = wrap({ what: 'store', subject: orgId }, self, peer, key, random);
    return {
      what: 'store',
      epoch,
      deviceId: id,
      senderDeviceId: idOf(from),
      blob: Uint8Array.from(blob),
    };
  });

const idOf = (identity: VaultIdentity) => deviceId.parse(toHex(identity.deviceId));
