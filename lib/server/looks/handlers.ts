import { teamRequests } from '#lib/protocol/team-events.ts';
import { appendAudit, doerOf } from '../audit/append.ts';
import { tellMember, tellOrganisation } from '../realtime/effects.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { activeMember, counsellor } from '../sessions/policy.ts';
import { roles } from '../sessions/types.ts';
import { askedOf } from './asked.ts';

export const askRow: TeamRow<'look:ask'> = {
  schema: teamRequests['look:ask'],
  policy: counsellor,
  async handle({ lookId }, { organisationId, memberId }, { deps }) {
    const known = askedOf(deps).get(lookId);
    if (known && known.memberId !== memberId) return refused('not_allowed');
    askedOf(deps).add(lookId, { organisationId, memberId });
    const members = await deps.database.member.findMany({
      where: { organisationId, status: 'active' },
      select: { id: true, displayName: true },
    });
    const displayName = members.find(({ id }) => id === memberId)?.displayName ?? '';
    const others = members.filter(({ id }) => id !== memberId);
    return {
      answer: { ok: true },
      effects: others.map(({ id }) => tellMember(id, 'look:asked', { lookId, displayName })),
    };
  },
};

export const confirmRow: TeamRow<'look:confirm'> = {
  schema: teamRequests['look:confirm'],
  policy: activeMember,
  async handle({ lookId }, { organisationId, memberId, roles: held }, { deps }) {
    const asked = askedOf(deps).get(lookId);
    // Unknown, of another organisation, or answered already: all the same, and nobody hears anything.
    if (asked?.organisationId !== organisationId) return answered({ ok: true });
    if (asked.memberId === memberId) return refused('same_person');
    askedOf(deps).remove(lookId);
    const by = doerOf({ memberId }, deps);
    const { displayName } = await deps.database.$transaction(async (tx) => {
      await appendAudit(tx, organisationId, by, 'look.confirmed', asked.memberId);
      return tx.member.findUniqueOrThrow({
        where: { id: memberId },
        select: { displayName: true },
      });
    });
    const isSupervisor = (held & roles.supervisor) !== 0;
    return {
      answer: { ok: true },
      effects: [
        tellOrganisation(organisationId, 'look:confirmed', { lookId, displayName, isSupervisor }),
      ],
    };
  },
};
