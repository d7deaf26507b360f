import { teamRequests } from '#lib/protocol/team-events.ts';
import { dayOf } from '../days.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { refused, type TeamRow } from '../realtime/types.ts';
import { counsellor } from '../sessions/policy.ts';
import { storeSignal } from './mutations.ts';

export const storeRow: TeamRow<'signal:store'> = {
  schema: teamRequests['signal:store'],
  policy: counsellor,
  async handle(sealed, { organisationId, memberId }, { deps }) {
    const today = dayOf(deps.now());
    const isStored = await storeSignal(deps.database, organisationId, sealed, today);
    if (!isStored) return refused('not_allowed');
    return {
      answer: { ok: true },
      effects: await tellSupervisors(deps.database, organisationId, 'signal:changed', {}, memberId),
    };
  },
};
