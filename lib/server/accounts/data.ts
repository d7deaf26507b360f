import type { Database } from '../db/database.ts';
import type { SignInAccount } from './types.ts';

const canSignIn: ReadonlySet<string> = new Set(['pending', 'active']);

/** The account with this login name, unless it is suspended or waits to begin anew. */
export async function findAccount(
  database: Database,
  loginName: string,
): Promise<SignInAccount | null> {
  const member = await database.member.findUnique({
    where: { loginName },
    select: { id: true, salt: true, loginKeyHash: true, totpSecret: true, status: true },
  });
  if (member === null || !canSignIn.has(member.status)) return null;
  const { id: memberId, salt, loginKeyHash, totpSecret } = member;
  return { memberId, salt, loginKeyHash, totpSecret };
}

/** Whether somebody has this login name, suspended or not: then no new account can have it. */
export async function isNameTaken(database: Database, loginName: string): Promise<boolean> {
  return (await database.member.count({ where: { loginName } })) > 0;
}

/** The secret behind decoy accounts. */
export async function readAccountSecret(database: Database): Promise<Uint8Array> {
  const { accountSecret } = await database.installation.findUniqueOrThrow({ where: { id: 1 } });
  return accountSecret;
}
