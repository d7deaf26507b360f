import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import { helpRequests, type MailboxView } from '#lib/protocol/help-events.ts';
import { commitsOf } from '../commits/commits.ts';
import { dayOf } from '../days.ts';
import { readAttendance } from '../duty/attendance.ts';
import { intakeRefusal } from '../organisations/intake.ts';
import { tellOrganisation } from '../realtime/effects.ts';
import { endedByPerson, frameArrived, presenceChanged } from '../realtime/mailbox-effects.ts';
import {
  answered,
  type HelpConnection,
  type HelpRow,
  refused,
  type Services,
} from '../realtime/types.ts';
import { findMailbox, readMailboxView } from './data.ts';
import { endMailbox, openMailbox } from './mutations.ts';
import { anyone, attached, opensOnce, ownsMailbox, startFits } from './policy.ts';
import { startsOf } from './starts.ts';
import type { Mailbox, Standing } from './types.ts';
import { waitingPlacesOf } from './waiting-places.ts';

const ok = { ok: true } as const;

/** The mailbox of a connection whose policy has already asked for one. */
function mailboxOf(connection: HelpConnection): string {
  return connection.mailboxId() ?? '';
}

type OpenRow = HelpRow<'mailbox:open'>;

export const openRow: OpenRow = {
  schema: helpRequests['mailbox:open'],
  policy: (connection, request) =>
    opensOnce(connection, request) && startFits(request, request.first.blob) ? null : 'not_allowed',
  async handle(request, connection, services) {
    const { deps, realtime } = services;
    if (realtime.deleted.has(request.mailboxId)) return refused('closed');
    // Asked again because the answer was lost: it waits already, and costs nothing a second time.
    const known = await findMailbox(deps.database, request.mailboxId);
    if (known !== null) return openWith(request, connection, services, 'unasked');
    const refusal = await intakeRefusal(deps, request.organisationId);
    if (refusal !== null) return refused(refusal);
    const admission = startsOf(deps).admit(request.work);
    if (admission.kind === 'asked') return askWork(admission.offer);
    const room = connection.reservePlace();
    if (room === null) return refused('full');
    const handled = await openWith(request, connection, services, admission.kind);
    if (handled.answer.ok) room.keep(request.mailboxId);
    else room.giveBack();
    // Full for whoever did nothing; nobody has asked them to do anything yet.
    const mayWork = admission.kind === 'unasked' && request.work !== null;
    if (!handled.answer.ok && handled.answer.code === 'full' && mayWork)
      return askWork(startsOf(deps).offerLast());
    return handled;
  },
};

const askWork = (offer: WorkOffer): Awaited<ReturnType<OpenRow['handle']>> => ({
  answer: { ok: false, code: 'work_needed', ...offer },
  effects: [],
});

async function openWith(
  request: Parameters<OpenRow['handle']>[0],
  connection: HelpConnection,
  { deps, realtime }: Services,
  standing: Standing,
): ReturnType<OpenRow['handle']> {
  const opening = { ...request, standing, today: dayOf(deps.now()) };
  const opened = await openMailbox(deps.database, opening);
  if (!opened.ok) return refused(opened.code);
  const { mailbox, isNew } = opened;
  connection.attach(request.mailboxId);
  if (isNew) {
    deps.counters.add('mailbox_opened');
    startsOf(deps).count();
  }
  const { organisationId, arrival } = mailbox;
  const frames = [request.first];
  const presence = realtime.presence.person(request.mailboxId);
  const waiting = { mailboxId: request.mailboxId, arrival, presence, frames };
  return {
    answer: { ok: true, ...(await viewOf(mailbox, { deps, realtime })) },
    effects: isNew
      ? [tellOrganisation(organisationId, 'mailbox:waiting', waiting)]
      : presenceChanged(mailbox, presence),
  };
}

async function viewOf(mailbox: Mailbox, { deps, realtime }: Services): Promise<MailboxView> {
  const attendance = await readAttendance(deps, mailbox.organisationId);
  return readMailboxView(deps.database, mailbox, realtime.presence, attendance);
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
    const stored = await commitsOf(deps).ask({ kind: 'store', mailboxId, frame });
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
  async handle({ last }, connection, { deps }) {
    const today = dayOf(deps.now());
    const ended = await endMailbox(deps.database, {
      mailboxId: mailboxOf(connection),
      last,
      today,
    });
    if (!ended.ok) return refused(ended.code);
    if (!ended.isNew) return answered(ok);
    deps.counters.add('mailbox_closed');
    waitingPlacesOf(deps).over(ended.mailbox.id);
    const arrived = last && ended.mailbox.state === 'open' ? frameArrived(ended.mailbox, last) : [];
    const closed = await endedByPerson(deps.database, ended.mailbox);
    return { answer: ok, effects: [...arrived, ...closed] };
  },
};
