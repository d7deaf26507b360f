import { helpRequests } from '#lib/protocol/help-events.ts';
import { dayOf } from '../days.ts';
import { attached } from '../mailboxes/policy.ts';
import { answered, type HelpRow, refused } from '../realtime/types.ts';
import { erasureOf } from '../retention/erasure.ts';
import { tellSupervisors } from '../signals/tell-supervisors.ts';
import { hasLeft, register, withdraw } from './mutations.ts';

export const registerRow: HelpRow<'consent:register'> = {
  schema: helpRequests['consent:register'],
  policy: attached,
  async handle(request, _connection, { deps }) {
    const done = await register(deps.database, request, dayOf(deps.now()));
    return done ? answered({ ok: true }) : refused('not_allowed');
  },
};

export const stateRow: HelpRow<'consent:state'> = {
  schema: helpRequests['consent:state'],
  policy: attached,
  async handle(request, _connection, { deps }) {
    return answered({ ok: true, left: await hasLeft(deps.database, request) });
  },
};

export const withdrawRow: HelpRow<'consent:withdraw'> = {
  schema: helpRequests['consent:withdraw'],
  policy: attached,
  async handle({ consentRef }, _connection, { deps }) {
    const organisations = await withdraw(deps.database, consentRef);
    // Wanted every time: whether the disk is cleaned must not tell whether there was something.
    erasureOf(deps).want();
    const effects = await Promise.all(
      organisations.map((id) => tellSupervisors(deps.database, id, 'signal:changed', {})),
    );
    return { answer: { ok: true }, effects: effects.flat() };
  },
};
