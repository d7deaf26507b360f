import { sessionSeconds } from '../credentials/session-cookie.ts';
import { newToken, type StoredBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';

/** Begins a session. @returns the token for the cookie; only its SHA-256 is stored. */
export async function startSession(
  database: Database,
  memberId: string,
  now: number,
): Promise<string> {
  const { token, hash } = newToken();
  const expiresAt = new Date(now + sessionSeconds * 1000);
  await database.session.create({ data: { tokenHash: hash, memberId, expiresAt } });
  return token;
}

/** Ends one session; none is there to end the second time. */
export async function endSession(database: Database, sessionHash: StoredBytes): Promise<void> {
  await database.session.deleteMany({ where: { tokenHash: sessionHash } });
}

/** Ends every session of a member, wherever they are signed in. */
export async function endSessionsOf(tx: Transaction, memberId: string): Promise<void> {
  await tx.session.deleteMany({ where: { memberId } });
}

/** Deletes sessions whose time is over. */
export async function deleteEndedSessions(database: Database, now: number): Promise<void> {
  await database.session.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
}
