import type { DatedSeed } from '#lib/crypto/account/vault-content.ts';
import { hasRole, ROLE } from '#lib/crypto/organisation/certificate-device.ts';
import { releaseEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { type Addition, appendAll } from './append.ts';
import { withNew } from './keep-own-keys.ts';
import { makeEpoch, releaseWrapsFor } from './make-epochs.ts';
import { receivers, supervisors } from './team-devices.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** A release key lives as long as clients allow, and is renewed two weeks before. */
export const RELEASE_HOURS = 90 * 24;
const RENEW_HOURS = 14 * 24;

/** The next release key, for the supervisors of `directory`. */
export function makeReleaseKey(
  session: TeamSession,
  directory: Directory,
): { part: Addition; seed: DatedSeed } {
  const { orgId } = directory.roots;
  const { counsellor } = session.vault();
  const last = releaseEpochsOf(directory, orgId).at(-1);
  const notBefore = hourOf(session.now());
  const made = makeEpoch({
    kind: 'releaseEpoch',
    orgId,
    planned: { epoch: (last?.epoch ?? 0) + 1, notBefore, notAfter: notBefore + RELEASE_HOURS },
    prevHash: last?.hash ?? null,
    signer: counsellor,
    random: session.random,
  });
  const wraps = releaseWrapsFor(
    orgId,
    made.kept,
    counsellor,
    supervisors(directory),
    session.random,
  );
  return {
    part: { entries: [made.entry], seals: [], wraps },
    seed: made.kept,
  };
}

/** A supervisor's client renews the release key in time. */
export async function keepReleaseKey(session: TeamSession): Promise<Changed> {
  const directory = session.directory();
  const self = receivers(directory).find(({ id }) => id === session.deviceId);
  if (!self || !hasRole(self.cert, ROLE.supervisor)) return { ok: true };
  const last = releaseEpochsOf(directory, directory.roots.orgId).at(-1);
  if (last && last.notAfter - hourOf(session.now()) > RENEW_HOURS) return { ok: true };
  const { part, seed } = makeReleaseKey(session, directory);
  const appended = await appendAll(session, directory.count, [part]);
  if (!appended.ok) return appended;
  return session.changeVault((vault) => ({
    ...vault,
    releaseEpochs: withNew(vault.releaseEpochs, [seed]),
  }));
}
