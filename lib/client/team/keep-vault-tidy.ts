import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { Changed, TeamSession } from './team-session.ts';
import { waitingEpochs } from './waiting-epochs.ts';

/** A team key lives two days and is erased a day later, if nobody waits who wrote to it (2.3). */
const TEAM_HOURS = 24;
/** Two weeks after it began it is erased in any case. */
const TEAM_HOURS_WAITING = 12 * 24;
/** A weekly key opens wraps for one more week; who was away keeps the newest one. */
const DEVICE_HOURS = 7 * 24;

/**
 * The vault without the seeds whose time is over.
 * @param waiting numbers of the team epochs that people who still wait wrote to
 * @returns the same object when nothing is to be erased
 */
export function tidied(
  vault: VaultContent,
  directory: Directory,
  waiting: ReadonlySet<number>,
  nowHour: number,
): VaultContent {
  const teamEpochs = vault.teamEpochs.filter(({ epoch, notAfter }) => {
    const over = nowHour - notAfter;
    return over < TEAM_HOURS || (waiting.has(epoch) && over < TEAM_HOURS_WAITING);
  });
  const newest = directory.devEpochs.get(toHex(vault.counsellor.deviceId))?.epoch ?? 0;
  const deviceEpochs = vault.deviceEpochs.filter(
    ({ epoch, notAfter }) => epoch >= newest || nowHour - notAfter < DEVICE_HOURS,
  );
  const erased =
    vault.teamEpochs.length - teamEpochs.length + vault.deviceEpochs.length - deviceEpochs.length;
  return erased === 0 ? vault : { ...vault, teamEpochs, deviceEpochs };
}

/**
 * Erases old seeds from the vault, so that who takes it later cannot read what is long over, and
 * remembers the directory, so that no server can take anything of it back.
 */
export async function keepVaultTidy(session: TeamSession): Promise<Changed> {
  const queue = await session.portal.request('queue:read', {});
  if (!queue.ok) return queue;
  const waiting = waitingEpochs(queue.waiting);
  return session.changeVault((vault) =>
    marked(tidied(vault, session.directory(), waiting, hourOf(session.now())), session.directory()),
  );
}

/** Remembers the directory as far as it was checked; the same object when the vault knows it all. */
export function marked(vault: VaultContent, { count, head }: Directory): VaultContent {
  if (count <= (vault.directory?.count ?? 0)) return vault;
  return { ...vault, directory: { count, head } };
}
