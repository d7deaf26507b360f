import type { Database } from '../db/database.ts';
import { deleteWhole } from '../mailboxes/mutations.ts';

/** What was deleted of one mailbox, for those who still had it on their screen. */
export type Expired = { id: string; organisationId: string; state: string };

const atOnce = 100;

/** Deletes mailboxes whose last day is over, some at a time. */
export async function deleteExpired(database: Database, today: number): Promise<Expired[]> {
  const expired: Expired[] = [];
  for (;;) {
    const some = await database.mailbox.findMany({
      where: { expiresDay: { lt: today } },
      select: { id: true, organisationId: true, state: true },
      take: atOnce,
    });
    if (some.length === 0) return expired;
    const ids = some.map(({ id }) => id);
    await deleteWhole(database, ids);
    expired.push(...some);
  }
}
