import type { MemberId } from '#lib/protocol/ids.ts';

/** What a one-time link is for. */
export type Invitation =
  | { kind: 'set-up'; roles: 0; organisationId: null }
  | { kind: 'join'; roles: number; organisationId: string }
  | { kind: 'renew'; roles: number; organisationId: string; member: RenewedMember };

/** Whose account begins anew: what its new keys are made for. */
export type RenewedMember = { memberId: MemberId; loginName: string; displayName: string };

/** Days that a link is good for. */
export const linkDays = 7;
