import type { MemberId, OrganisationId } from '#lib/protocol/ids.ts';
import type { StoredBytes } from '../credentials/tokens.ts';

/** Role bits of a certificate (reading 28), as the server knows them. */
export const roles = { counsellor: 1, supervisor: 2 } as const;

/** Who asks: a member whose session is valid now. Suspended members have none. */
export type Actor = {
  memberId: MemberId;
  organisationId: OrganisationId;
  roles: number;
  status: 'pending' | 'active';
  sessionHash: StoredBytes;
  expiresAt: Date;
};
