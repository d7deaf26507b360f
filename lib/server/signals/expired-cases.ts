import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import { consentTerms, LONGEST_THOUGHT_DAYS } from '#lib/signals/consent-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import type { Database } from '../db/database.ts';
import { readSettings } from '../organisations/read-settings.ts';

const CASE = 1;

function coolingOffIn(siteEntry: Uint8Array): number[] {
  const site = readSiteEntry(siteEntry);
  const terms = site && readSettings(site.settings)?.signals;
  return terms ? [terms.settings.coolingOffMinutes] : [];
}

/**
 * Days from a yes to the end of its consent, under the longest cooling-off that a card may have named.
 * @param firstDay of the organisation's oldest case: what was replaced long before it stood on no card of these
 */
async function longestLife(database: Database, id: string, firstDay: number): Promise<number> {
  const now = await database.organisation.findUniqueOrThrow({
    where: { id },
    select: { siteEntry: true },
  });
  const before = await database.earlierRecord.findMany({
    where: { organisationId: id, untilDay: { gte: firstDay - LONGEST_THOUGHT_DAYS } },
    select: { siteEntry: true },
  });
  const minutes = [now, ...before].flatMap(({ siteEntry }) => coolingOffIn(siteEntry));
  const coolingOffMinutes =
    minutes.length > 0 ? Math.max(...minutes) : DEFAULT_SIGNAL_SETTINGS.coolingOffMinutes;
  return consentTerms('case', 0, { ...DEFAULT_SIGNAL_SETTINGS, coolingOffMinutes }).untilDay;
}

/**
 * Cases whose consent has ended: the seal goes with what was said of it, and its registration is closed, so that a
 * desk that opens the chat again does not bring it back. The server is told no day for this: a card never names a
 * later one than its own terms give on the day of the yes, and both are here already.
 * @param today days since 1970
 * @returns how many went
 */
export async function deleteExpiredCases(database: Database, today: number): Promise<number> {
  const oldest = await database.sealedSignal.findMany({
    where: { scope: CASE },
    orderBy: { day: 'asc' },
    distinct: ['organisationId'],
    select: { organisationId: true, day: true },
  });
  let deleted = 0;
  for (const { organisationId, day } of oldest) {
    const kept = today - (await longestLife(database, organisationId, day));
    const where = { organisationId, scope: CASE, day: { lt: kept } };
    deleted += await database.$transaction(async (tx) => {
      const ended = await tx.sealedSignal.findMany({ where, select: { refHash: true } });
      const refHash = { in: ended.map((one) => one.refHash) };
      // First the registration, as whoever stores, takes back or releases has it first.
      await tx.consentRegistration.updateMany({ where: { refHash }, data: { withdrawn: true } });
      return (await tx.sealedSignal.deleteMany({ where: { ...where, refHash } })).count;
    });
  }
  return deleted;
}
