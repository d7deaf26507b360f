import { COUNSELLOR_MARK, openRelease, sealForDesk } from '#lib/crypto/consent/consent-release.ts';
import { openDirectory } from '#lib/crypto/organisation/directory.ts';
import { currentEpoch, releaseEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import { concat, toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { orNull } from '../../desk/or-null.ts';
import { fetchSite } from '../../portal/site-portal.ts';
import { type Organisation, organisationsOf } from '../../site/organisation.ts';
import type { Changed, TeamSession } from '../../team/team-session.ts';
import type { OpenedSignal } from './open-signals.ts';

/** The organisations of this installation by their signed public records; empty without an answer. */
export async function publicRecords(session: TeamSession): Promise<readonly Organisation[]> {
  const bytes = (await fetchSite(session.http.origin))?.bytes;
  return (bytes && (await organisationsOf(bytes, session.now()))) ?? [];
}

/** The desk of this organisation when that is another one: its id; null otherwise. */
export function deskOf(session: TeamSession): string | null {
  const desk = session.settings().signals?.desk ?? null;
  return desk === toHex(session.vault().roots.orgId) ? null : desk;
}

/** The release key of the desk: its directory, checked from the roots in its public record. */
async function deskKey(session: TeamSession) {
  const desk = (await publicRecords(session)).find(({ id }) => id === deskOf(session));
  const answer = desk && (await session.portal.request('desk:read', {}));
  if (!desk || !answer?.ok) return null;
  const directory = orNull(() => openDirectory(desk.roots, answer.entries));
  if (!directory) return null;
  const teamId = desk.roots.orgId;
  const found = currentEpoch(directory, releaseEpochsOf(directory, teamId), hourOf(session.now()));
  return found && { teamId, epoch: found.epoch, publicKey: found.publicKey };
}

/**
 * Passes pattern signals that this supervisor looked at on to the desk of the organisation. What stands in the
 * seal of the desk beside the signal is a mark for its counsellor, no name.
 * @returns the first refusal, or ok
 */
export async function passOn(
  session: TeamSession,
  signals: readonly OpenedSignal[],
): Promise<Changed> {
  const key = await deskKey(session);
  if (!key) return { ok: false, code: 'unavailable' };
  const { roots, releaseEpochs } = session.vault();
  const { orgId } = roots;
  for (const { stored, counsellor, result } of signals) {
    const { refHash, blob } = stored;
    const seed = releaseEpochs.find(({ epoch }) => epoch === stored.epoch)?.seed;
    const isChecked = result.ok || result.early !== null;
    const own = { orgId, teamId: orgId, epoch: stored.epoch, refHash };
    const opened = seed && isChecked ? orNull(() => openRelease(seed, own, blob)) : null;
    if (!opened) return { ok: false, code: 'stale' };
    const mark = h32(concat(orgId, utf8(counsellor))).slice(0, COUNSELLOR_MARK);
    const { teamId, epoch, publicKey } = key;
    const subject = { orgId, teamId, epoch, refHash };
    const answer = await session.portal.request('signal:forward', {
      refHash: Uint8Array.from(refHash),
      epoch,
      blob: Uint8Array.from(sealForDesk(publicKey, subject, opened, mark, session.random)),
    });
    if (!answer.ok) return answer;
  }
  return { ok: true };
}
