import type { SessionView } from '#lib/protocol/account-routes.ts';
import { memberId, organisationId } from '#lib/protocol/ids.ts';
import { type StoredBytes, toBase64url } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import type { Actor } from './types.ts';

/** Who holds this session at this moment; null when it ended or the member was suspended. */
export async function findActor(
  database: Database,
  sessionHash: StoredBytes,
  now: number,
): Promise<Actor | null> {
  const session = await database.session.findUnique({
    where: { tokenHash: sessionHash },
    select: {
      expiresAt: true,
      member: { select: { id: true, organisationId: true, roles: true, status: true } },
    },
  });
  if (session === null || session.expiresAt.getTime() <= now) return null;
  const { member } = session;
  if (member.status !== 'pending' && member.status !== 'active') return null;
  return {
    memberId: memberId.parse(member.id),
    organisationId: organisationId.parse(member.organisationId),
    roles: member.roles,
    status: member.status,
    sessionHash,
    expiresAt: session.expiresAt,
  };
}

/** What the browser of a signed-in member needs to open the vault. */
export async function readSessionView(
  database: Database,
  actor: Pick<Actor, 'memberId' | 'organisationId' | 'status'>,
  demo: boolean,
): Promise<SessionView> {
  const member = await database.member.findUniqueOrThrow({ where: { id: actor.memberId } });
  return {
    memberId: actor.memberId,
    organisationId: actor.organisationId,
    loginName: member.loginName,
    displayName: member.displayName,
    roles: member.roles,
    status: actor.status,
    salt: toBase64url(member.salt),
    vault: toBase64url(member.vault),
    vaultVersion: member.vaultVersion,
    demo,
  };
}
