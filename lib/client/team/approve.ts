import { type DevEpoch, parseDevEpoch } from '#lib/crypto/organisation/certificate-dev-epoch.ts';
import { appendEntry } from '#lib/crypto/organisation/directory.ts';
import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';
import { equalBytes, toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { activeAdmin } from './admin.ts';
import { again } from './again.ts';
import { additionBytes, appendAll, firstBatch } from './append.ts';
import { memberCerts } from './first-keys.ts';
import { releaseWrapsFor, sealsFor, storageWrapsFor } from './make-epochs.ts';
import { type MemberIdentity, parseIdentity } from './member-identity.ts';
import { receivers, supervisors } from './team-devices.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** A newcomer's public keys, if they are for this organisation; null when they make no sense. */
export function newcomerOf(
  session: TeamSession,
  member: MemberView,
): { identity: MemberIdentity; deviceEpoch: DevEpoch } | null {
  try {
    const identity = parseIdentity(member.identity);
    const deviceEpoch = parseDevEpoch(member.deviceEpoch);
    if (!equalBytes(identity.orgId, session.vault().roots.orgId)) return null;
    return { identity, deviceEpoch };
  } catch (error) {
    if (error instanceof BadFrame) return null;
    throw error;
  }
}

/**
 * Certifies a member whose five words were compared, and gives their device the team's keys: one
 * transaction. The words that were compared are those of the identity that is certified here. Keys that were
 * replaced lately may be more than one event holds; the older ones follow.
 */
export const approve = (session: TeamSession, member: MemberView): Promise<Changed> =>
  again(session, () => approveOnce(session, member));

async function approveOnce(session: TeamSession, member: MemberView): Promise<Changed> {
  const { adminSeed } = session.vault();
  const newcomer = newcomerOf(session, member);
  if (!adminSeed || !activeAdmin(session) || !newcomer) return { ok: false, code: 'not_allowed' };
  // A colleague was faster: these very keys are in the directory, and that is all that was asked for.
  const id = toHex(newcomer.identity.counsellor.deviceId);
  const isIn = () => {
    const { devices, revokedDevices } = session.directory();
    return devices.has(id) && !revokedDevices.has(id);
  };
  if (isIn()) return { ok: true };
  const certs = memberCerts({
    member: newcomer.identity,
    displayName: member.displayName,
    roles: member.roles,
    organisationName: session.settings().name,
    adminSeed,
    now: session.now(),
  });
  const entries = [...certs, member.deviceEpoch];
  const { seals, wraps } = keysFor(session, newcomer.identity.counsellor.deviceId, entries);
  const parts = seals.map((seal) => ({ entries: [], seals: [seal], wraps: [] }));
  const first = firstBatch(parts, additionBytes({ entries, seals: [], wraps }));
  const answer = await session.portal.request('member:approve', {
    memberId: member.memberId,
    after: session.directory().count,
    entries,
    seals: first.flatMap((part) => part.seals),
    wraps,
  });
  const read = await session.refresh();
  if (!answer.ok) return isIn() ? read : answer;
  if (!read.ok) return read;
  return again(session, () =>
    appendAll(session, session.directory().count, parts.slice(first.length)),
  );
}

/** Running and coming team keys, the newest first, the storage key, and for a supervisor the release key. */
function keysFor(session: TeamSession, device: Uint8Array, entries: readonly Uint8Array[]) {
  const directory = entries.reduce(appendEntry, session.directory());
  const { orgId } = directory.roots;
  const { counsellor, teamEpochs, releaseEpochs, storeKeys } = session.vault();
  const { random } = session;
  const isNew = ({ cert }: { cert: { deviceId: Uint8Array } }) => equalBytes(cert.deviceId, device);
  const to = receivers(directory).filter(isNew);
  const hour = hourOf(session.now());
  const running = teamEpochs.filter(({ notAfter }) => hour < notAfter).reverse();
  const [store, release] = [storeKeys.at(-1), releaseEpochs.at(-1)];
  const releaseTo = supervisors(directory).filter(isNew);
  return {
    seals: running.flatMap((seed) => sealsFor(orgId, seed, to, random)),
    wraps: [
      ...(store ? storageWrapsFor(orgId, store, counsellor, to, random) : []),
      ...(release ? releaseWrapsFor(orgId, release, counsellor, releaseTo, random) : []),
    ],
  };
}
