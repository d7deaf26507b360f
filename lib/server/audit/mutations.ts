import type { Database } from '../db/database.ts';

/** 24 months (reading l). */
const keptDays = 730;

/** Old entries leave from the front; the rest still chains. @returns how many went */
export async function dropOldAudit(database: Database, today: number): Promise<number> {
  const { count } = await database.auditEntry.deleteMany({
    where: { day: { lt: today - keptDays } },
  });
  return count;
}
