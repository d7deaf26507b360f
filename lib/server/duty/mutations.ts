import type { Database } from '../db/database.ts';
import type { Reachable } from './data.ts';

/** Stores who can be called, and until when; nobody takes it back. */
export async function storeReachable(
  database: Database,
  organisationId: string,
  { until, by }: Reachable,
): Promise<void> {
  await database.organisation.update({
    where: { id: organisationId },
    data: { reachableUntil: until, reachableBy: by },
  });
}

/** Who could be called once is nobody's business any more. @param now minutes since 1970 */
export async function dropPastReachable(database: Database, now: number): Promise<void> {
  await database.organisation.updateMany({
    where: { reachableUntil: { lte: now } },
    data: { reachableUntil: null, reachableBy: null },
  });
}
