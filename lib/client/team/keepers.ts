import { keepCertificates } from './keep-certificates.ts';
import { keepConversationKeys } from './keep-conversation-keys.ts';
import { keepDeviceEpoch } from './keep-device-epoch.ts';
import { keepOwnKeys } from './keep-own-keys.ts';
import { keepReleaseKey } from './keep-release-key.ts';
import { keepTeamEpochs } from './keep-team-epochs.ts';
import { keepVaultTidy } from './keep-vault-tidy.ts';
import type { Changed, TeamSession } from './team-session.ts';

/**
 * What keeps an organisation open without anybody thinking of it (reading d), in the order in which one
 * builds on the other. The member's own keys are opened before the old ones are erased.
 */
const keepers: readonly ((session: TeamSession) => Promise<Changed>)[] = [
  keepOwnKeys,
  keepCertificates,
  keepDeviceEpoch,
  keepTeamEpochs,
  keepReleaseKey,
  keepConversationKeys,
  keepVaultTidy,
];

/** Each keeper tries again this often when a colleague's client was doing the same. */
const ATTEMPTS = 3;

/** Runs every keeper once. One that fails does not stop the next. */
export async function runKeepers(session: TeamSession): Promise<void> {
  for (const keeper of keepers) {
    for (let attempt = 0; attempt < ATTEMPTS && !session.locked(); attempt++) {
      const done = await keeper(session);
      if (done.ok || done.code !== 'stale') break;
      await session.refresh();
    }
  }
}
