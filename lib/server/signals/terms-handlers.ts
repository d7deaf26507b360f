import type { MemberId } from '#lib/protocol/ids.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { settingsProblems } from '#lib/signals/settings.ts';
import { dayOf } from '../days.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import { tellSupervisors } from './tell-supervisors.ts';
import { proposeTerms, readProposal } from './terms.ts';

export const proposeRow: TeamRow<'terms:propose'> = {
  schema: teamRequests['terms:propose'],
  policy: supervisor,
  async handle({ terms }, { organisationId, memberId }, { deps }) {
    if (settingsProblems(terms.settings, deps.kind === 'demo').length > 0)
      return refused('malformed');
    const by = { memberId, today: dayOf(deps.now()) };
    await proposeTerms(deps.database, organisationId, terms, by);
    return {
      answer: { ok: true },
      effects: await tellSupervisors(deps.database, organisationId, 'terms:proposed', {}, memberId),
    };
  },
};

export const readTermsRow: TeamRow<'terms:read'> = {
  schema: teamRequests['terms:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    const found = await readProposal(deps.database, organisationId);
    if (found === null) return answered({ ok: true, proposal: null });
    const { member, day, terms } = found;
    const { displayName } = member;
    const proposal = { memberId: member.id as MemberId, displayName, day, terms };
    return answered({ ok: true, proposal });
  },
};
