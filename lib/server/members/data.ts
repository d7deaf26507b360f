import { memberId } from '#lib/protocol/ids.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import type { Database } from '../db/database.ts';

const standings = ['pending', 'active', 'renewing'] as const;

/** Everybody of the organisation, suspended ones too. No keys but the public identity. */
export async function readMembers(
  database: Database,
  organisationId: string,
): Promise<MemberView[]> {
  const rows = await database.member.findMany({
    where: { organisationId },
    orderBy: { displayName: 'asc' },
    select: {
      id: true,
      loginName: true,
      displayName: true,
      roles: true,
      status: true,
      identity: true,
      deviceEpoch: true,
    },
  });
  return rows.map(({ id, status, ...row }) => ({
    ...row,
    memberId: memberId.parse(id),
    status: standings.find((one) => one === status) ?? 'suspended',
  }));
}
