import type { EarlierRecordView } from '#lib/protocol/team/organisation-events.ts';
import type { Database, Transaction } from '../db/database.ts';

/** A consent lives for 17 months at most; its text must be told as long. */
const keptDays = 730;

type Replaced = { siteEntry: Uint8Array; adminCert: Uint8Array; siteVersion: number };

/** Keeps a signed record whose units or settings of signals are replaced now. */
export async function keepEarlierRecord(
  tx: Transaction,
  organisationId: string,
  { siteEntry, adminCert, siteVersion }: Replaced,
  untilDay: number,
): Promise<void> {
  const [entry, cert] = [Uint8Array.from(siteEntry), Uint8Array.from(adminCert)];
  const data = { organisationId, siteVersion, siteEntry: entry, adminCert: cert, untilDay };
  await tx.earlierRecord.create({ data });
}

/** Earlier records of an organisation, and of those whose signals were passed on to it; newest first. */
export async function readEarlierRecords(
  database: Database,
  organisationId: string,
): Promise<EarlierRecordView[]> {
  const passedOn = await database.sealedSignal.findMany({
    where: { organisationId, originId: { not: null } },
    distinct: ['originId'],
    select: { originId: true },
  });
  const origins = passedOn.flatMap(({ originId }) => (originId === null ? [] : [originId]));
  return database.earlierRecord.findMany({
    where: { organisationId: { in: [organisationId, ...origins] } },
    orderBy: { siteVersion: 'desc' },
    select: { siteEntry: true, adminCert: true },
  });
}

/** Once no consent can rest on them. @returns how many went */
export async function dropEarlierRecords(database: Database, today: number): Promise<number> {
  const where = { untilDay: { lt: today - keptDays } };
  return (await database.earlierRecord.deleteMany({ where })).count;
}
