import type { AuditEntryView } from '#lib/protocol/audit.ts';
import type { Database } from '../db/database.ts';

/** Entries in one answer: far under what a connection carries at once. */
export const auditPage = 500;

/** The log of an organisation from entry `from` on, oldest first, with the names that members have now. */
export async function readAudit(
  database: Database,
  organisationId: string,
  from: number,
): Promise<AuditEntryView[]> {
  const [rows, members] = await Promise.all([
    database.auditEntry.findMany({
      where: { organisationId, n: { gte: from } },
      orderBy: { n: 'asc' },
      take: auditPage,
      include: { ref: true },
    }),
    database.member.findMany({
      where: { organisationId },
      select: { id: true, displayName: true },
    }),
  ]);
  const names = new Map(members.map(({ id, displayName }) => [id, displayName]));
  return rows.map(({ organisationId: _, ref, ...link }) => ({
    ...link,
    displayName: names.get(link.actor) ?? '',
    about: ref && { salt: ref.salt, ref: ref.ref },
  }));
}
