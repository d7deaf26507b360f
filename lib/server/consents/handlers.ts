import { helpRequests } from '#lib/protocol/help-events.ts';
import { limits } from '#lib/protocol/limits.ts';
import { dayOf } from '../days.ts';
import { findMailbox } from '../mailboxes/data.ts';
import { attached, wasAnswered } from '../mailboxes/policy.ts';
import { answered, type HelpRow, refused } from '../realtime/types.ts';
import { hasLeft, isRegistered, register } from './mutations.ts';
import { registeredCountsOf } from './registered-counts.ts';
import { takeBack } from './take-back.ts';

export const registerRow: HelpRow<'consent:register'> = {
  schema: helpRequests['consent:register'],
  policy: attached,
  async handle(request, connection, { deps }) {
    const mailboxId = connection.mailboxId() ?? '';
    const mailbox = await findMailbox(deps.database, mailboxId);
    if (mailbox === null || !wasAnswered(mailbox)) return refused('not_allowed');
    const counts = registeredCountsOf(deps);
    const isFull = counts.of(mailboxId) >= limits.consentsPerChat;
    const done = isFull
      ? { ok: await isRegistered(deps.database, request), isNew: false }
      : await register(deps.database, request, dayOf(deps.now()));
    if (done.isNew) counts.add(mailboxId);
    return done.ok ? answered({ ok: true }) : refused('not_allowed');
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
