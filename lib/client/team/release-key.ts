import { currentEpoch, releaseEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { TeamSession } from './team-session.ts';

/** The certified release key of this member's organisation at this moment. @param now ms since 1970 */
export function releaseKeyOf(session: Pick<TeamSession, 'directory' | 'vault'>, now: number) {
  const directory = session.directory();
  const { orgId } = session.vault().roots;
  const epoch = currentEpoch(directory, releaseEpochsOf(directory, orgId), hourOf(now));
  return epoch && { orgId, teamId: orgId, epoch: epoch.epoch, publicKey: epoch.publicKey };
}
