import { deviceId } from '#lib/protocol/ids.ts';
import type { EpochSeal, TeamKeyWrap } from '#lib/protocol/team/directory-events.ts';
import type { Database } from '../db/database.ts';

/** Entries after the `from`-th, and the organisation's public record. */
export async function readDirectory(database: Database, organisationId: string, from: number) {
  const { siteEntry, adminCert } = await database.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { siteEntry: true, adminCert: true },
  });
  const rows = await database.directoryEntry.findMany({
    where: { organisationId, n: { gt: from } },
    orderBy: { n: 'asc' },
    select: { raw: true },
  });
  return { entries: rows.map(({ raw }) => raw), siteEntry, adminCert };
}

/** What is sealed or wrapped to one device of the organisation. @param fromEpoch of seals */
export async function readKeys(
  database: Database,
  organisationId: string,
  { deviceId: to, fromEpoch }: { deviceId: string; fromEpoch: number },
): Promise<{ seals: EpochSeal[]; wraps: TeamKeyWrap[] }> {
  const seals = await database.teamEpochSeal.findMany({
    where: { organisationId, deviceId: to, epoch: { gte: fromEpoch } },
    orderBy: { epoch: 'asc' },
  });
  const wraps = await database.keyWrap.findMany({
    where: { organisationId, deviceId: to },
    orderBy: { epoch: 'asc' },
  });
  return {
    seals: seals.map(({ epoch, deviceId: id, blob }) => ({
      epoch,
      deviceId: deviceId.parse(id),
      blob,
    })),
    wraps: wraps.map(({ what, epoch, deviceId: id, senderDeviceId, blob }) => ({
      what: what === 'store' ? 'store' : 'release',
      epoch,
      deviceId: deviceId.parse(id),
      senderDeviceId: deviceId.parse(senderDeviceId),
      blob,
    })),
  };
}
