import { revokeDevice } from '#lib/crypto/organisation/certificate-revoke.ts';
import { appendEntry } from '#lib/crypto/organisation/directory.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { Refused } from '#lib/protocol/codes.ts';
import type { MemberId } from '#lib/protocol/ids.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { activeAdmin } from './admin.ts';
import { again } from './again.ts';
import { type Addition, additionBytes, firstBatch, joined } from './append.ts';
import { newcomerOf } from './approve.ts';
import { deviceIdsOf, shortName } from './first-keys.ts';
import { keepRenewed, type Renewed, renewedKeys } from './renewed-keys.ts';
import type { Changed, TeamSession } from './team-session.ts';

type Change = { memberId: MemberId; after: number } & {
  [Part in keyof Addition]: Addition[Part][number][];
};

type Refusal = Extract<Changed, { ok: false }>;

/**
 * Revokes a member's certificates, and gives everybody else new team keys, storage key and release key at
 * once, so that nothing written from now on can be read with what they took along, or with what somebody
 * took from them. The revocation and the keys of now are one transaction; the keys of later days follow.
 * @param send asks the server for what else becomes of the member, in that same transaction
 */
export const cutOff = <A extends { ok: true }>(
  session: TeamSession,
  member: MemberView,
  send: (change: Change) => Promise<A | Refused>,
): Promise<A | Refusal> => again(session, () => cutOffOnce(session, member, send));

async function cutOffOnce<A extends { ok: true }>(
  session: TeamSession,
  member: MemberView,
  send: (change: Change) => Promise<A | Refused>,
): Promise<A | Refusal> {
  const { adminSeed } = session.vault();
  if (!adminSeed || !activeAdmin(session)) return { ok: false, code: 'not_allowed' };
  const before = session.directory();
  const revocations = revocationsOf(session, member, adminSeed);
  if (revocations === null) return { ok: false, code: 'refused' };
  const directory = revocations.reduce(appendEntry, before);
  const renewed = revocations.length > 0 ? await renewedKeys(session, directory) : null;
  const first = renewed
    ? firstBatch(renewed.epochs.parts, additionBytes(renewed.others))
    : ([] as const);
  const { entries, seals, wraps } = joined(renewed ? [renewed.others, ...first] : []);
  const answer = await send({
    memberId: member.memberId,
    after: before.count,
    entries: [...revocations, ...entries],
    seals: [...seals],
    wraps: [...wraps],
  });
  const read = await session.refresh();
  if (!answer.ok) return answer;
  if (!read.ok) return read;
  if (!renewed) return answer;
  const rest = await keepRest(session, directory, renewed, first.length);
  // They are out already. Keys of later days that lost a race are made by the keepers.
  return rest.ok || rest.code === 'stale' ? answer : rest;
}

function keepRest(session: TeamSession, directory: Directory, renewed: Renewed, sent: number) {
  const { parts } = renewed.epochs;
  const gone = joined([renewed.others, ...parts.slice(0, sent)]).entries.length;
  return keepRenewed(session, renewed, directory.count + gone, parts.slice(sent));
}

/**
 * Revocations of those of the member's devices that the directory knows; none while they were never
 * approved. Which devices these are is the server's word: null when a certificate bears another name than the
 * one that the supervisor reads, or when an active member has none.
 */
function revocationsOf(
  session: TeamSession,
  member: MemberView,
  adminSeed: Uint8Array,
): readonly Uint8Array[] | null {
  const newcomer = newcomerOf(session, member);
  const { devices, revokedDevices, roots } = session.directory();
  const ids = newcomer ? deviceIdsOf(newcomer.identity) : [];
  const known = ids.filter((id) => devices.has(id) && !revokedDevices.has(id));
  const named = devices.get(ids[0] ?? '')?.displayName ?? null;
  if (named !== null && named !== shortName(member.displayName)) return null;
  if (known.length === 0) return member.status === 'active' ? null : [];
  const day = dayOf(session.now());
  return known.map((id) =>
    revokeDevice({ orgId: roots.orgId, deviceId: fromHex(id), day }, adminSeed),
  );
}
