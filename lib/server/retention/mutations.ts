import type { Database } from '../db/database.ts';

/** What was deleted of one mailbox, for those who still had it on their screen. */
export type Expired = { id: string; organisationId: string; state: string };

const atOnce = 100;

/**
 * Deletes mailboxes whose last day is over: the keys first, so that nothing that follows, and nothing
 * that a crash leaves behind, can be opened.
 */
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
    const of = { where: { mailboxId: { in: ids } } };
    await database.conversationKeyWrap.deleteMany(of);
    await database.checkpoint.deleteMany(of);
    await database.archiveRecord.deleteMany(of);
    await database.frame.deleteMany(of);
    await database.mailbox.deleteMany({ where: { id: { in: ids } } });
    expired.push(...some);
  }
}
