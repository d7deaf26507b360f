import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { type Addition, appendAll } from './append.ts';
import { withNew } from './keep-own-keys.ts';
import { makeReleaseKey } from './keep-release-key.ts';
import { keepSeeds, makeTeamEpochs, type NewEpochs } from './keep-team-epochs.ts';
import { storageWrapsFor } from './make-epochs.ts';
import { receivers } from './team-devices.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** New keys of a team: what the directory gets of them, and what the own vault does. */
export type Renewed = {
  epochs: NewEpochs;
  others: Addition;
  keep: Pick<ReturnType<TeamSession['vault']>, 'storeKeys' | 'releaseEpochs'>;
};

/** New team epochs from now on, a new storage key, a new release key, for who is left. */
export async function renewedKeys(session: TeamSession, directory: Directory): Promise<Renewed> {
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

/** Appends what is left of them, and puts their seeds into the own vault. */
export async function keepRenewed(
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
