import type { MemberId, ReleaseId } from '#lib/protocol/ids.ts';
import type { ReleaseView, StoredSignal } from '#lib/protocol/team-events.ts';
import type { Database } from '../db/database.ts';

/** Names of an organisation's members, by id. */
async function namesOf(database: Database, organisationId: string): Promise<Map<string, string>> {
  const members = await database.member.findMany({
    where: { organisationId },
    select: { id: true, displayName: true },
  });
  return new Map(members.map(({ id, displayName }) => [id, displayName]));
}

/** Every sealed signal of an organisation, with who said yes to what of it, oldest first. */
export async function readSignals(
  database: Database,
  organisationId: string,
): Promise<StoredSignal[]> {
  const names = await namesOf(database, organisationId);
  const rows = await database.sealedSignal.findMany({
    where: { organisationId },
    include: { approvals: true },
    orderBy: [{ day: 'asc' }, { refHash: 'asc' }],
  });
  return rows.map(({ refHash, scope, epoch, day, blob, approvals }) => ({
    ...{ refHash, scope, epoch, day, blob },
    approvals: approvals
      .map(({ memberId, contentHash }) => ({
        memberId: memberId as MemberId,
        displayName: names.get(memberId) ?? '',
        contentHash,
      }))
      .sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
  }));
}

/** What left, newest first. */
export async function readReleases(
  database: Database,
  organisationId: string,
): Promise<ReleaseView[]> {
  const names = await namesOf(database, organisationId);
  const rows = await database.release.findMany({
    where: { organisationId },
    omit: { file: true },
    orderBy: [{ day: 'desc' }, { id: 'asc' }],
  });
  const kept = await database.release.findMany({
    where: { organisationId, file: { not: null } },
    select: { id: true },
  });
  const hasFile = new Set(kept.map(({ id }) => id));
  return rows.map(({ id, scope, day, memberId, fileHash }) => ({
    ...{ releaseId: id as ReleaseId, scope, day, fileHash },
    displayName: names.get(memberId) ?? '',
    hasFile: hasFile.has(id),
  }));
}

/** The encrypted file of a release of this organisation; null when it is not kept (any more). */
export async function readFile(database: Database, organisationId: string, releaseId: string) {
  const row = await database.release.findFirst({
    where: { id: releaseId, organisationId },
    select: { file: true },
  });
  return row?.file ?? null;
}
