import { teamRequests } from '#lib/protocol/team-events.ts';
import { doerOf } from '../audit/append.ts';
import { readDirectory } from '../directory/data.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import { deskOf, forwardSignal } from './forward.ts';

export const readDeskRow: TeamRow<'desk:read'> = {
  schema: teamRequests['desk:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    const desk = await deskOf(deps.database, organisationId);
    if (desk === null) return refused('not_allowed');
    return answered({ ok: true, ...(await readDirectory(deps.database, desk, 0)) });
  },
};

export const forwardRow: TeamRow<'signal:forward'> = {
  schema: teamRequests['signal:forward'],
  policy: supervisor,
  async handle(request, { organisationId, memberId }, { deps }) {
    const by = doerOf({ memberId }, deps);
    const desk = await forwardSignal(deps.database, organisationId, request, by);
    if (desk === null) return refused('stale');
    const [ours, theirs] = await Promise.all([
      tellSupervisors(deps.database, organisationId, 'signal:changed', {}, memberId),
      tellSupervisors(deps.database, desk, 'signal:changed', {}),
    ]);
    return { answer: { ok: true }, effects: [...ours, ...theirs] };
  },
};
