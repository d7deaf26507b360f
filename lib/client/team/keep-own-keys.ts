import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { unwrap, unwrapEpochSeed } from '#lib/crypto/account/wrap.ts';
import type { TeamEpoch } from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { releaseEpochsOf, teamEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { type XWingKeys, xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import type { EpochSeal, TeamKeyWrap } from '#lib/protocol/team/directory-events.ts';
import type { Changed, TeamSession } from './team-session.ts';
import { missingEpochs } from './warnings.ts';

/** Opens every seal and wrap that is addressed to this member and not in the vault yet. */
export async function keepOwnKeys(session: TeamSession): Promise<Changed> {
  const directory = session.directory();
  const missing = missingEpochs(session.vault(), directory, hourOf(session.now()));
  const answer = await session.portal.request('keys:read', {
    deviceId: session.deviceId,
    fromEpoch: Math.min(...missing, teamEpochsOf(directory, directory.roots.orgId).length + 1),
  });
  if (!answer.ok) return answer;
  const pairs = session.deviceSeeds().map(xWingKeys);
  const team = answer.seals.flatMap((seal) => openSeal(session, pairs, seal));
  const release = answer.wraps.flatMap((wrap) => openRelease(session, pairs, wrap));
  const stored = answer.wraps.flatMap((wrap) => openStorage(session, pairs, wrap));
  return session.changeVault((vault) => {
    const teamEpochs = withNew(vault.teamEpochs, team);
    const releaseEpochs = withNew(vault.releaseEpochs, release);
    const storeKeys = withNew(vault.storeKeys, stored);
    const isSame =
      teamEpochs === vault.teamEpochs &&
      releaseEpochs === vault.releaseEpochs &&
      storeKeys === vault.storeKeys;
    return isSame ? vault : { ...vault, teamEpochs, releaseEpochs, storeKeys };
  });
}

/** Adds keys whose epochs are not held yet, in order. */
export function withNew<T extends { epoch: number }>(
  held: readonly T[],
  found: readonly T[],
): readonly T[] {
  const added = found.filter(({ epoch }) => !held.some((known) => known.epoch === epoch));
  return added.length === 0 ? held : [...held, ...added].sort((a, b) => a.epoch - b.epoch);
}

/** The first result of trying each of the own weekly keys; nothing when none opens it. */
function tryEach<T>(pairs: readonly XWingKeys[], open: (pair: XWingKeys) => T): T[] {
  for (const pair of pairs) {
    try {
      return [open(pair)];
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error;
    }
  }
  return [];
}

function openSeal(session: TeamSession, pairs: readonly XWingKeys[], seal: EpochSeal) {
  const { orgId } = session.directory().roots;
  const signed = teamEpochsOf(session.directory(), orgId).find(({ epoch }) => epoch === seal.epoch);
  if (!signed) return [];
  const subject = subjectOf('te', session.vault(), orgId, seal.epoch);
  return tryEach(pairs, (pair) =>
    dated(signed, unwrapEpochSeed(subject, pair, signed.publicKey, seal.blob)),
  );
}

function openRelease(session: TeamSession, pairs: readonly XWingKeys[], wrap: TeamKeyWrap) {
  if (wrap.what !== 'release') return [];
  const { orgId } = session.directory().roots;
  const signed = releaseEpochsOf(session.directory(), orgId).find(
    ({ epoch }) => epoch === wrap.epoch,
  );
  if (!signed) return [];
  const subject = subjectOf('re', session.vault(), orgId, wrap.epoch);
  return tryEach(pairs, (pair) =>
    dated(signed, unwrapEpochSeed(subject, pair, signed.publicKey, wrap.blob)),
  );
}

function openStorage(session: TeamSession, pairs: readonly XWingKeys[], box: TeamKeyWrap) {
  if (box.what !== 'store') return [];
  const { roots, devices } = session.directory();
  // Whose key it is comes from the directory, never from the server's row (reading 9).
  const sender = devices.get(box.senderDeviceId);
  if (!sender) return [];
  const { deviceId, dhSecret } = session.vault().counsellor;
  const from = { deviceId: sender.deviceId, dhPublic: sender.dhKey };
  return tryEach(pairs, (epochKeys) => {
    const self = { deviceId, dhSecret, epochKeys };
    const key = unwrap({ what: 'store', subject: roots.orgId }, from, self, box.blob);
    return { epoch: box.epoch, key };
  });
}

const dated = ({ epoch, notAfter }: TeamEpoch, seed: Uint8Array) => ({ epoch, notAfter, seed });

const subjectOf = (kind: 'te' | 're', vault: VaultContent, orgId: Uint8Array, epoch: number) => ({
  kind,
  orgId,
  teamId: orgId,
  epoch,
  receiverDevice: vault.counsellor.deviceId,
});
