import type { Database } from '../db/database.ts';

/** @param until minutes since 1970; null takes it back */
export async function storeReachable(
  database: Database,
  organisationId: string,
  until: number | null,
): Promise<void> {
  await database.organisation.update({
    where: { id: organisationId },
    data: { reachableUntil: until },
  });
}
