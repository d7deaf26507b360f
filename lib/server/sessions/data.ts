import type { SessionView } from '#lib/protocol/account-routes.ts';
import { memberId, organisationId } from '#lib/protocol/ids.ts';
import { type StoredBytes, toBase64url } from '../credentials/tokens.ts';
import type { Database } from '../db/database.ts';
import { runStatement, type Statement } from '../db/statements.ts';
import type { Actor } from './types.ts';

type Row = {
  sessionHash: StoredBytes;
  /** Milliseconds since 1970: a column without a zone, and `pg` would read it in the zone of the machine. */
  expiresMs: number;
  memberId: string;
  organisationId: string;
  roles: number;
  status: string;
};

const sessions: Statement = {
  name: 'sessions_found',
  text: `
    SELECT s."tokenHash" AS "sessionHash",
      (extract(epoch FROM s."expiresAt") * 1000)::float8 AS "expiresMs",
      m."id" AS "memberId", m."organisationId", m."roles", m."status"
    FROM "Session" s JOIN "Member" m ON m."id" = s."memberId"
    WHERE s."tokenHash" IN (SELECT decode(hash, 'hex') FROM unnest($1::text[]) AS hash)`,
};

/** Who holds this session at this moment; null when it ended or the member was suspended. */
export async function findActor(
  database: Database,
  sessionHash: StoredBytes,
  now: number,
): Promise<Actor | null> {
  const [actor] = await findActors(database, [sessionHash], now);
  return actor ?? null;
}

/** The same for many sessions with one question; each answer in its place. */
export async function findActors(
  database: Database,
  sessionHashes: readonly StoredBytes[],
  now: number,
): Promise<(Actor | null)[]> {
  const hashes = sessionHashes.map((hash) => Buffer.from(hash).toString('hex'));
  const rows = await runStatement<Row>(database, sessions, [hashes]);
  const found = new Map(rows.map((row) => [Buffer.from(row.sessionHash).toString('hex'), row]));
  return hashes.map((hash) => actorOf(found.get(hash), now));
}

function actorOf(row: Row | undefined, now: number): Actor | null {
  if (row === undefined || row.expiresMs <= now) return null;
  if (row.status !== 'pending' && row.status !== 'active') return null;
  return {
    expiresAt: new Date(row.expiresMs),
    roles: row.roles,
    sessionHash: row.sessionHash,
    status: row.status,
    memberId: memberId.parse(row.memberId),
    organisationId: organisationId.parse(row.organisationId),
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
