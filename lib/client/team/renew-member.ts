import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { cutOff } from './cut-off.ts';
import type { Changed, TeamSession } from './team-session.ts';

export type RenewalLink = { ok: true; token: string; expiresDay: number };

/**
 * For a colleague who lost password or phone: cuts them off, since somebody else may have found what they
 * lost, and makes the link by which they begin anew. Approval comes after it, as for a newcomer.
 */
export const renewMember = (
  session: TeamSession,
  member: MemberView,
): Promise<RenewalLink | Extract<Changed, { ok: false }>> =>
  cutOff(session, member, (change) => session.portal.request('member:renew', change));
