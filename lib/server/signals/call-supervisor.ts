import { teamRequests } from '#lib/protocol/team-events.ts';
import { findMailbox } from '../mailboxes/data.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { refused, type TeamRow } from '../realtime/types.ts';
import { counsellor } from '../sessions/policy.ts';

/** "Danger": whoever is on duty as supervisor hears who calls. Which chat it is they are told by voice. */
export const callRow: TeamRow<'supervisor:call'> = {
  schema: teamRequests['supervisor:call'],
  policy: counsellor,
  async handle({ mailboxId }, { memberId, organisationId }, { deps }) {
    const mailbox = await findMailbox(deps.database, mailboxId);
    if (mailbox?.leaseMemberId !== memberId) return refused('not_allowed');
    const { displayName } = await deps.database.member.findUniqueOrThrow({
      where: { id: memberId },
      select: { displayName: true },
    });
    const about = { memberId, displayName };
    return {
      answer: { ok: true },
      effects: await tellSupervisors(deps.database, organisationId, 'supervisor:called', about),
    };
  },
};
