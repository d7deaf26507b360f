import { hex } from '#lib/protocol/byte-reader.ts';
import type { MemberId, OrganisationId, ReleaseId } from '#lib/protocol/ids.ts';
import type { PatternView, ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { StoredSignal } from '#lib/protocol/team/signal-events.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { roles } from '../sessions/types.ts';

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
  const passedOn = await database.sealedSignal.findMany({
    where: { originId: organisationId },
    select: { refHash: true },
  });
  const forwarded = new Set(passedOn.map(({ refHash }) => hex(refHash)));
  const registered = await bodyHashes(
    database,
    rows.map(({ refHash }) => refHash),
  );
  return rows.map(({ refHash, scope, epoch, day, blob, originId, approvals }) => ({
    ...{ refHash, scope, epoch, day, blob },
    bodyHash: registered.get(hex(refHash)) ?? null,
    originId: originId as OrganisationId | null,
    isForwarded: forwarded.has(hex(refHash)),
    approvals: approvalsBy(names, approvals),
  }));
}

/**
 * What each person's own connection registered, by reference, whose seal it is and who passed it on set aside. What a
 * counsellor says about a body when they store a seal is worth nothing: who opens it compares it with this.
 */
async function bodyHashes(database: Database, refHashes: StoredBytes[]) {
  const found = await database.consentRegistration.findMany({
    where: { refHash: { in: refHashes } },
    select: { refHash: true, bodyHash: true },
  });
  return new Map(found.map(({ refHash, bodyHash }) => [hex(refHash), bodyHash]));
}

type Said = { memberId: string; contentHash: Uint8Array };

const byName = (a: { displayName: string }, b: { displayName: string }): number =>
  a.displayName < b.displayName ? -1 : 1;

const approvalBy = (names: ReadonlyMap<string, string>, { memberId, contentHash }: Said) => ({
  memberId: memberId as MemberId,
  displayName: names.get(memberId) ?? '',
  contentHash,
});

const approvalsBy = (names: ReadonlyMap<string, string>, said: readonly Said[]) =>
  said.map((one) => approvalBy(names, one)).sort(byName);

/** Who said yes to what of each quarter that has not left, with what they joined, as it was sealed. */
export async function readPatterns(
  database: Database,
  organisationId: string,
): Promise<PatternView[]> {
  const names = await namesOf(database, organisationId);
  const rows = await database.patternApproval.findMany({
    where: { organisationId },
    omit: { pool: true, placed: true },
  });
  const quarters = [...new Set(rows.map(({ quarter }) => quarter))].sort();
  return quarters.map((quarter) => ({
    quarter,
    approvals: rows
      .filter((row) => row.quarter === quarter)
      .map((row) => ({ ...approvalBy(names, row), joined: row.joined }))
      .sort(byName),
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
  return rows.map(({ id, scope, day, quarter, memberId, fileHash }) => ({
    ...{ releaseId: id as ReleaseId, scope, day, quarter, fileHash },
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

/** How many of these members are supervisors at this moment. */
export async function countSupervisors(
  tx: Transaction,
  memberIds: readonly string[],
): Promise<number> {
  const members = await tx.member.findMany({
    where: { id: { in: [...memberIds] }, status: 'active' },
    select: { roles: true },
  });
  return members.filter(({ roles: held }) => (held & roles.supervisor) !== 0).length;
}
