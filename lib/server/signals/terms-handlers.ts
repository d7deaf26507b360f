import type { MemberId } from '#lib/protocol/ids.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { termsProblems } from '#lib/signals/terms-problems.ts';
import { doerOf } from '../audit/append.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { readEarlierRecords } from '../organisations/earlier-records.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import { dropTerms, proposeTerms, readProposal, refuseTerms } from './terms.ts';

export const proposeRow: TeamRow<'terms:propose'> = {
  schema: teamRequests['terms:propose'],
  policy: supervisor,
  async handle({ terms }, { organisationId, memberId }, { deps }) {
    const by = doerOf({ memberId }, deps);
    if (termsProblems(terms, deps.kind === 'demo').length > 0) {
      await refuseTerms(deps.database, organisationId, by, 'malformed');
      return refused('malformed');
    }
    await proposeTerms(deps.database, organisationId, terms, by);
    return {
      answer: { ok: true },
      effects: await tellSupervisors(deps.database, organisationId, 'terms:changed', {}, memberId),
    };
  },
};

export const readTermsRow: TeamRow<'terms:read'> = {
  schema: teamRequests['terms:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    const earlier = await readEarlierRecords(deps.database, organisationId);
    const found = await readProposal(deps.database, organisationId);
    if (found === null) return answered({ ok: true, proposal: null, earlier });
    const { member, day, terms } = found;
    const { displayName } = member;
    const proposal = { memberId: member.id as MemberId, displayName, day, terms };
    return answered({ ok: true, proposal, earlier });
  },
};

export const dropTermsRow: TeamRow<'terms:drop'> = {
  schema: teamRequests['terms:drop'],
  policy: supervisor,
  async handle(_request, { organisationId, memberId }, { deps }) {
    const by = doerOf({ memberId }, deps);
    if (!(await dropTerms(deps.database, organisationId, by))) return answered({ ok: true });
    return {
      answer: { ok: true },
      effects: await tellSupervisors(deps.database, organisationId, 'terms:changed', {}, memberId),
    };
  },
};
