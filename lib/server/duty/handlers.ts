import { teamRequests } from '#lib/protocol/team-events.ts';
import { answered, type TeamRow } from '../realtime/types.ts';
import { activeMember, supervisor } from '../sessions/policy.ts';
import { announceDuty } from './announce.ts';
import { nobodyReachable } from './data.ts';
import { storeReachable } from './mutations.ts';
import { onDutyOf } from './on-duty.ts';

export const deskRow: TeamRow<'desk:open'> = {
  schema: teamRequests['desk:open'],
  policy: activeMember,
  async handle(_request, actor, services) {
    onDutyOf(services.deps).atDesk(actor);
    announceDuty(actor.organisationId, services);
    return answered({ ok: true });
  },
};

export const readDutyRow: TeamRow<'duty:read'> = {
  schema: teamRequests['duty:read'],
  policy: activeMember,
  async handle(_request, { organisationId }, { deps }) {
    return answered({ ok: true, ...(await onDutyOf(deps).of(organisationId)) });
  },
};

export const reachableRow: TeamRow<'duty:reachable'> = {
  schema: teamRequests['duty:reachable'],
  policy: supervisor,
  async handle({ minutes }, { organisationId, memberId }, services) {
    const { deps } = services;
    const until = Math.ceil(deps.now() / 60_000) + minutes;
    const call = minutes === 0 ? nobodyReachable : { until, by: memberId };
    await storeReachable(deps.database, organisationId, call);
    onDutyOf(deps).setReachable(organisationId, call);
    announceDuty(organisationId, services);
    return answered({ ok: true });
  },
};
