import { teamRequests } from '#lib/protocol/team-events.ts';
import { answered, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import { readAudit } from './data.ts';

export const readAuditRow: TeamRow<'audit:read'> = {
  schema: teamRequests['audit:read'],
  policy: supervisor,
  async handle({ from }, { organisationId }, { deps }) {
    return answered({ ok: true, entries: await readAudit(deps.database, organisationId, from) });
  },
};
