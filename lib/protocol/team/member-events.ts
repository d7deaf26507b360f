import { bytes } from '../bytes-fields.ts';
import type { Answer } from '../codes.ts';
import { type MemberId, memberId } from '../ids.ts';
import * as z from '../zod.ts';
import { directoryAdditions } from './directory-events.ts';

export type MemberView = {
  memberId: MemberId;
  loginName: string;
  displayName: string;
  roles: number;
  /** `renewing`: cut off because password or phone were lost; a link waits for them. */
  status: 'pending' | 'active' | 'renewing' | 'suspended';
  identity: Uint8Array;
  deviceEpoch: Uint8Array;
};

/** A link that nobody used yet. `id` is the hash that the server keeps of it, and lets nobody in. */
export type InvitationView = {
  id: Uint8Array;
  roles: number;
  expiresDay: number;
  /** Work name of whose account begins anew with it; null for a link that invites. */
  renews: string | null;
};

/** Namespace `/team`: the people of an organisation. */
export const memberRequests = {
  'member:read': z.strictObject({}),
  'member:invite': z.strictObject({ roles: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  /** Links that nobody used yet. */
  'invitation:read': z.strictObject({}),
  /** Makes a link worthless. One that is not there (any more) is answered the same. */
  'invitation:withdraw': z.strictObject({ id: bytes(32) }),
  /** The certificates of a member whose five words were compared, and the seals for their device. */
  'member:approve': z.strictObject({ memberId, ...directoryAdditions }),
  /** Revocations and new epochs; their sessions end at once. */
  'member:suspend': z.strictObject({ memberId, ...directoryAdditions }),
  /** The same for somebody who lost password or phone, and a link by which their account begins anew. */
  'member:renew': z.strictObject({ memberId, ...directoryAdditions }),
} as const;

export type MemberAnswers = {
  'member:read': Answer<{ members: MemberView[] }>;
  'member:invite': Answer<{ token: string; expiresDay: number }>;
  'invitation:read': Answer<{ invitations: InvitationView[] }>;
  'invitation:withdraw': Answer;
  'member:approve': Answer;
  'member:suspend': Answer;
  'member:renew': Answer<{ token: string; expiresDay: number }>;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type MemberFacts = {
  'member:changed': (fact: { memberId: MemberId }) => void;
  /** Only supervisors: a link was made or taken back. */
  'invitation:changed': (fact: Record<string, never>) => void;
};
