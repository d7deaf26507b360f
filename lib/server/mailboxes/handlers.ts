import { helpRequests } from '#lib/protocol/help-events.ts';
import { commitsOf } from '../commits/commits.ts';
import { frameArrived, presenceChanged } from '../realtime/mailbox-effects.ts';
import { answered, type HelpConnection, type HelpRow, refused } from '../realtime/types.ts';
import { findMailbox } from './data.ts';
import { endChat } from './ending.ts';
import { viewOf } from './opening.ts';
import { anyone, attached, ownsMailbox } from './policy.ts';

const ok = { ok: true } as const;

/** The mailbox of a connection whose policy has already asked for one. */
function mailboxOf(connection: HelpConnection): string {
  return connection.mailboxId() ?? '';
}

export const attachRow: HelpRow<'mailbox:attach'> = {
  schema: helpRequests['mailbox:attach'],
  policy: anyone,
  async handle({ mailboxId, token }, connection, { deps, realtime }) {
    const mailbox = await findMailbox(deps.database, mailboxId);
    if (mailbox === null || !ownsMailbox(mailbox, token)) return refused('not_allowed');
    connection.attach(mailboxId);
    return {
      answer: { ok: true, ...(await viewOf(mailbox, { deps, realtime })) },
      effects: presenceChanged(mailbox, realtime.presence.person(mailboxId)),
    };
  },
};

export const sendRow: HelpRow<'frame:send'> = {
  schema: helpRequests['frame:send'],
  policy: attached,
  async handle(frame, connection, { deps, realtime }) {
    const mailboxId = mailboxOf(connection);
    if (realtime.confirmed.has(mailboxId, frame.frameId)) return answered(ok);
    const stored = await realtime.untold.once(frame.frameId, () =>
      commitsOf(deps).ask({ kind: 'store', mailboxId, frame }),
    );
    if (!stored.ok) return refused(stored.code);
    if (!stored.isNew) return answered(ok);
    deps.counters.add('frame_stored');
    return { answer: ok, effects: frameArrived(stored.box, frame) };
  },
};

export const confirmRow: HelpRow<'frame:confirm'> = {
  schema: helpRequests['frame:confirm'],
  policy: attached,
  async handle({ frameIds }, connection, { deps }) {
    const mailboxId = mailboxOf(connection);
    await commitsOf(deps).ask({ kind: 'arrived', mailboxId, frameIds });
    return answered(ok);
  },
};

export const endRow: HelpRow<'chat:end'> = {
  schema: helpRequests['chat:end'],
  policy: attached,
  async handle({ last }, connection, services) {
    const ended = await endChat({ mailboxId: mailboxOf(connection), last }, services);
    if (!ended.ok) return refused(ended.code);
    if (ended.was === null) return answered(ok);
    services.deps.counters.add('mailbox_closed');
    return { answer: ok, effects: ended.effects };
  },
};
