import { entryTypes } from '#lib/protocol/entry-layout.ts';
import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import type { Database } from '../db/database.ts';
import { readSettings } from './read-settings.ts';
import type { SiteSource } from './types.ts';

/** More than epochs made ahead and their replacements; the one that counts is among the newest. */
const epochsLookedAt = 150;

/** What `/site.bin` is made of: the installation's id and every organisation, ordered by id. */
export async function readSiteSources(
  database: Database,
): Promise<{ siteId: Uint8Array; sources: SiteSource[] }> {
  const { siteId } = await database.installation.findUniqueOrThrow({ where: { id: 1 } });
  const organisations = await database.organisation.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, siteEntry: true, adminCert: true },
  });
  const sources: SiteSource[] = [];
  for (const { id, siteEntry, adminCert } of organisations) {
    const teamEpochs = await readNewest(database, id, [entryTypes.teamEpoch], epochsLookedAt);
    const types = [entryTypes.deviceCert, entryTypes.adminCert];
    const certificates = await readNewest(database, id, types);
    sources.push({ id, siteEntry, adminCert, teamEpochs, certificates });
  }
  return { siteId, sources };
}

async function readNewest(
  database: Database,
  organisationId: string,
  types: number[],
  take?: number,
) {
  const rows = await database.directoryEntry.findMany({
    where: { organisationId, type: { in: types } },
    orderBy: { n: 'desc' },
    select: { raw: true },
    ...(take === undefined ? {} : { take }),
  });
  return rows.map(({ raw }) => raw);
}

/** The name an organisation gives itself in public; null when there is none. */
export async function readOrganisationName(database: Database, id: string): Promise<string | null> {
  const found = await database.organisation.findUnique({
    where: { id },
    select: { siteEntry: true },
  });
  const site = found && readSiteEntry(found.siteEntry);
  return (site && readSettings(site.settings)?.name) ?? null;
}
