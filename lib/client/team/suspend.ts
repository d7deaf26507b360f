import { fromHex } from '#lib/crypto/bytes.ts';
import { revokeDevice } from '#lib/crypto/certificate-revoke.ts';
import { appendEntry } from '#lib/crypto/directory.ts';
import type { Directory } from '#lib/crypto/directory-state.ts';
import { dayOf } from '#lib/crypto/time-units.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { activeAdmin } from './admin.ts';
import { again } from './again.ts';
import { type Addition, additionBytes, appendAll, firstBatch, joined } from './append.ts';
import { newcomerOf } from './approve.ts';
import { deviceIdsOf } from './first-keys.ts';
import { withNew } from './keep-own-keys.ts';
import { makeReleaseKey } from './keep-release-key.ts';
import { keepSeeds, makeTeamEpochs, type NewEpochs } from './keep-team-epochs.ts';
import { storageWrapsFor } from './make-epochs.ts';
import { receivers } from './team-devices.ts';
import type { Changed, TeamSession } from './team-session.ts';

/**
 * Ends a member: their certificates are revoked, and everybody else gets new team keys, storage key and
 * release key at once, so that nothing written from now on can be read with what they took along. The
 * revocation and the keys of now are one transaction; the keys of later days follow.
 */
export const suspend = (session: TeamSession, member: MemberView): Promise<Changed> =>
  again(session, () => suspendOnce(session, member));

async function suspendOnce(session: TeamSession, member: MemberView): Promise<Changed> {
  const { adminSeed } = session.vault();
  if (!adminSeed || !activeAdmin(session)) return { ok: false, code: 'not_allowed' };
  const before = session.directory();
  const revocations = revocationsOf(session, member, adminSeed);
  const directory = revocations.reduce(appendEntry, before);
  const renewed = await renewedKeys(session, directory);
  const first = firstBatch(renewed.epochs.parts, additionBytes(renewed.others));
  const { entries, seals, wraps } = joined([renewed.others, ...first]);
  const answer = await session.portal.request('member:suspend', {
    memberId: member.memberId,
    after: before.count,
    entries: [...revocations, ...entries],
    seals: [...seals],
    wraps: [...wraps],
  });
  const read = await session.refresh();
  if (!answer.ok) return answer;
  if (!read.ok) return read;
  const count = directory.count + entries.length;
  const rest = await keepRenewed(session, renewed, count, renewed.epochs.parts.slice(first.length));
  // They are out already. Keys of later days that lost a race are made by the keepers.
  return rest.ok || rest.code === 'stale' ? { ok: true } : rest;
}

/** Replaces all keys of the team without ending anybody: a vault may have been stolen while open. */
export const replaceTeamKeys = (session: TeamSession): Promise<Changed> =>
  again(session, () => replaceOnce(session));

async function replaceOnce(session: TeamSession): Promise<Changed> {
  const before = session.directory();
  const renewed = await renewedKeys(session, before);
  const appended = await appendAll(session, before.count, [renewed.others]);
  if (!appended.ok) return appended;
  const count = before.count + renewed.others.entries.length;
  return keepRenewed(session, renewed, count, renewed.epochs.parts);
}

type Renewed = {
  epochs: NewEpochs;
  others: Addition;
  keep: Pick<ReturnType<TeamSession['vault']>, 'storeKeys' | 'releaseEpochs'>;
};

/** New team epochs from now on, a new storage key, a new release key, for who is left. */
async function renewedKeys(session: TeamSession, directory: Directory): Promise<Renewed> {
  const { orgId } = directory.roots;
  const { counsellor, storeKeys } = session.vault();
  const store = { epoch: (storeKeys.at(-1)?.epoch ?? 0) + 1, key: session.random(32) };
  const release = makeReleaseKey(session, directory);
  const wraps = storageWrapsFor(orgId, store, counsellor, receivers(directory), session.random);
  return {
    epochs: await makeTeamEpochs(session, directory, true),
    others: { ...release.part, wraps: [...release.part.wraps, ...wraps] },
    keep: { storeKeys: [store], releaseEpochs: [release.seed] },
  };
}

async function keepRenewed(
  session: TeamSession,
  { epochs, keep }: Renewed,
  count: number,
  rest: readonly Addition[],
): Promise<Changed> {
  const appended = await appendAll(session, count, rest);
  const kept = await session.changeVault((vault) => ({
    ...vault,
    storeKeys: withNew(vault.storeKeys, keep.storeKeys),
    releaseEpochs: withNew(vault.releaseEpochs, keep.releaseEpochs),
  }));
  const seeds = await keepSeeds(session, epochs.seeds);
  return [appended, kept, seeds].find((done) => !done.ok) ?? { ok: true };
}

/** Revocations of those of the member's devices that the directory knows; none while pending. */
function revocationsOf(
  session: TeamSession,
  member: MemberView,
  adminSeed: Uint8Array,
): readonly Uint8Array[] {
  const newcomer = newcomerOf(session, member);
  if (!newcomer) return [];
  const { devices, revokedDevices, roots } = session.directory();
  const day = dayOf(session.now());
  return deviceIdsOf(newcomer.identity)
    .filter((id) => devices.has(id) && !revokedDevices.has(id))
    .map((id) => revokeDevice({ orgId: roots.orgId, deviceId: fromHex(id), day }, adminSeed));
}
