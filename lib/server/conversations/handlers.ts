import { teamRequests } from '#lib/protocol/team-events.ts';
import { commitsOf } from '../commits/commits.ts';
import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { findMailbox, readFrames } from '../mailboxes/data.ts';
import { startsOf } from '../mailboxes/starts.ts';
import { direction } from '../mailboxes/types.ts';
import { waitingPlacesOf } from '../mailboxes/waiting-places.ts';
import { type Effect, tellPerson } from '../realtime/effects.ts';
import { stoppedWaiting } from '../realtime/mailbox-effects.ts';
import { answered, type Handled, refused, type TeamRow } from '../realtime/types.ts';
import { activeMember, counsellor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';
import { readConversationKeys, readConversations, readQueue } from './data.ts';
import {
  closeConversation,
  confirmReceived,
  endConversation,
  rewrapConversation,
  type Swapped,
  sendToPerson,
  storeMargin,
  takeConversation,
} from './mutations.ts';
import { mayRewrap, mayTake } from './policy.ts';
import type { Holder } from './types.ts';

const ok = { ok: true } as const;

function holderOf(actor: Actor, deps: ServerDeps): Holder {
  const { memberId, organisationId } = actor;
  return { memberId, organisationId, today: dayOf(deps.now()) };
}

export const queueRow: TeamRow<'queue:read'> = {
  schema: teamRequests['queue:read'],
  policy: activeMember,
  async handle(_request, { organisationId }, { deps, realtime }) {
    const waiting = await readQueue(deps.database, organisationId, realtime.presence);
    return answered({ ok: true, waiting });
  },
};

export const takeRow: TeamRow<'conversation:take'> = {
  schema: teamRequests['conversation:take'],
  policy: mayTake,
  async handle(request, actor, { deps, realtime }) {
    const { mailboxId, claim } = request;
    const untold = realtime.untold.taken;
    const before = await findMailbox(deps.database, mailboxId);
    if (before?.state === 'waiting') untold.begin(mailboxId, before);
    const taken = await takeConversation(deps.database, request, holderOf(actor, deps));
    if (!taken.ok) return refused(taken.code);
    const frames = await readFrames(deps.database, mailboxId, direction.fromPerson);
    const presence = realtime.presence.person(mailboxId);
    const answer = { ok: true as const, presence, frames };
    const was = untold.owed(mailboxId);
    if (was === null) return answered(answer);
    waitingPlacesOf(deps).over(mailboxId);
    realtime.confirmed.add(mailboxId, request.received);
    const effects = [
      tellPerson(mailboxId, 'mailbox:opened', {}),
      tellPerson(mailboxId, 'frame:arrived', claim),
      tellPerson(mailboxId, 'counsellor:presence', { present: true }),
      ...(await stoppedWaiting(deps.database, was)),
    ];
    untold.settle(mailboxId);
    deps.counters.add('mailbox_claimed');
    return { answer, effects };
  },
};

export const readRow: TeamRow<'conversation:read'> = {
  schema: teamRequests['conversation:read'],
  policy: activeMember,
  async handle({ known = [] }, { memberId }, { deps, realtime }) {
    const { presence } = realtime;
    const conversations = await readConversations(deps.database, memberId, presence, known);
    return answered({ ok: true, conversations });
  },
};

export const keysRow: TeamRow<'conversation:keys'> = {
  schema: teamRequests['conversation:keys'],
  policy: activeMember,
  async handle(_request, { memberId }, { deps }) {
    return answered({ ok: true, keys: await readConversationKeys(deps.database, memberId) });
  },
};

export const rewrapRow: TeamRow<'conversation:rewrap'> = {
  schema: teamRequests['conversation:rewrap'],
  policy: mayRewrap,
  async handle(request, actor, { deps }) {
    const done = await rewrapConversation(deps.database, request, holderOf(actor, deps));
    return done ? answered(ok) : refused('not_allowed');
  },
};

/** The answer to a step of the counsellor's side; what was stored before is told to nobody again. */
function afterSwap(swapped: Swapped, effects: () => readonly Effect[]): Handled<Swap> {
  if (!swapped.ok) return refused(swapped.code);
  return { answer: ok, effects: swapped.isNew ? effects() : [] };
}
type Swap = typeof ok | ReturnType<typeof refused>['answer'];

export const sendRow: TeamRow<'conversation:send'> = {
  schema: teamRequests['conversation:send'],
  policy: counsellor,
  async handle(request, actor, { deps, realtime }) {
    const sent = await realtime.untold.once(request.frame.frameId, () =>
      sendToPerson(commitsOf(deps), request, holderOf(actor, deps)),
    );
    return afterSwap(sent, () => {
      deps.counters.add('frame_stored');
      return [tellPerson(request.mailboxId, 'frame:arrived', request.frame)];
    });
  },
};

export const confirmRow: TeamRow<'conversation:confirm'> = {
  schema: teamRequests['conversation:confirm'],
  policy: counsellor,
  async handle(request, actor, { deps, realtime }) {
    const confirmed = await confirmReceived(commitsOf(deps), request, holderOf(actor, deps));
    return afterSwap(confirmed, () => {
      realtime.confirmed.add(request.mailboxId, request.received);
      return [];
    });
  },
};

export const marginRow: TeamRow<'conversation:margin'> = {
  schema: teamRequests['conversation:margin'],
  policy: counsellor,
  async handle(request, actor, { deps }) {
    const done = await storeMargin(deps.database, request, holderOf(actor, deps));
    return done ? answered(ok) : refused('not_allowed');
  },
};

export const endRow: TeamRow<'conversation:end'> = {
  schema: teamRequests['conversation:end'],
  policy: counsellor,
  async handle(request, actor, { deps, realtime }) {
    const ended = await realtime.untold.once(request.frame.frameId, () =>
      endConversation(commitsOf(deps), request, holderOf(actor, deps)),
    );
    return afterSwap(ended, () => {
      deps.counters.add('mailbox_closed');
      if (request.abusive) startsOf(deps).slow();
      return [
        tellPerson(request.mailboxId, 'frame:arrived', request.frame),
        tellPerson(request.mailboxId, 'mailbox:closed', {}),
      ];
    });
  },
};

export const closeRow: TeamRow<'conversation:close'> = {
  schema: teamRequests['conversation:close'],
  policy: counsellor,
  async handle({ mailboxId }, actor, { deps, realtime }) {
    const closed = await realtime.untold.once(mailboxId, () =>
      closeConversation(deps.database, mailboxId, holderOf(actor, deps)),
    );
    return afterSwap(closed, () => {
      deps.counters.add('mailbox_closed');
      return [tellPerson(mailboxId, 'mailbox:closed', {})];
    });
  },
};
