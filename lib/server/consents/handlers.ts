import { helpRequests } from '#lib/protocol/help-events.ts';
import { dayOf } from '../days.ts';
import { attached } from '../mailboxes/policy.ts';
import { answered, type HelpRow, refused } from '../realtime/types.ts';
import { hasLeft, register } from './mutations.ts';
import { takeBack } from './take-back.ts';

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
    return { answer: { ok: true }, effects: await takeBack(deps, consentRef) };
  },
};
