import type { Database } from '../db/database.ts';

/** Until when a supervisor said they can be called, in minutes since 1970; null for never. */
export async function readReachable(
  database: Database,
  organisationId: string,
): Promise<number | null> {
  const found = await database.organisation.findUnique({
    where: { id: organisationId },
    select: { reachableUntil: true },
  });
  return found?.reachableUntil ?? null;
}
