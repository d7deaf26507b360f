import type { WorkOffer } from '#lib/protocol/account-routes.ts';
import { helpRequests, type MailboxView } from '#lib/protocol/help-events.ts';
import { mailboxId as mailboxIdSchema } from '#lib/protocol/ids.ts';
import { dayOf } from '../days.ts';
import { readAttendance } from '../duty/attendance.ts';
import { intakeRefusal } from '../organisations/intake.ts';
import { type Effect, tellOrganisation } from '../realtime/effects.ts';
import { presenceChanged } from '../realtime/mailbox-effects.ts';
import { type HelpConnection, type HelpRow, refused, type Services } from '../realtime/types.ts';
import { findMailbox, readFrames, readMailboxView } from './data.ts';
import { earlyExitsOf } from './early-exits.ts';
import { openMailbox } from './mutations.ts';
import { opensOnce, startFits } from './policy.ts';
import { startsOf } from './starts.ts';
import { direction, type Mailbox, type Standing } from './types.ts';
import type { Reserved } from './waiting-places.ts';

type OpenRow = HelpRow<'mailbox:open'>;

export const openRow: OpenRow = {
  schema: helpRequests['mailbox:open'],
  policy: (connection, request) =>
    opensOnce(connection, request) && startFits(request, request.first.blob) ? null : 'not_allowed',
  async handle(request, connection, services) {
    const { deps, realtime } = services;
    const hasLeft = earlyExitsOf(deps).has(request.mailboxId, request.token);
    if (hasLeft || realtime.deleted.has(request.mailboxId)) return refused('closed');
    // Asked again because the answer was lost: it waits already, and costs nothing a second time.
    const known = await findMailbox(deps.database, request.mailboxId);
    if (known !== null) return openWith(request, connection, services, 'unasked');
    const refusal = await intakeRefusal(deps, request.organisationId);
    if (refusal !== null) return refused(refusal);
    const admission = startsOf(deps).admit(request.work);
    if (admission.kind === 'asked') return askWork(admission.offer);
    const room = connection.reservePlace();
    if (room === null) return refused('full');
    const handled = await openIn(room, request, connection, services, admission.kind);
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

type Request = Parameters<OpenRow['handle']>[0];

/** Opens it for somebody new, whose place is kept only by a chat that waits. */
async function openIn(
  room: Reserved,
  request: Request,
  connection: HelpConnection,
  services: Services,
  standing: Standing,
): ReturnType<OpenRow['handle']> {
  const { opened } = services.realtime.untold;
  opened.begin(request.mailboxId, true);
  try {
    const handled = await openWith(request, connection, services, standing);
    if (handled.answer.ok) room.keep(request.mailboxId);
    else {
      room.giveBack();
      opened.settle(request.mailboxId);
    }
    return handled;
  } catch (error) {
    // Asked again, a chat that waits by now keeps no place: rather one too few than one that nobody has.
    room.giveBack();
    throw error;
  }
}

async function openWith(
  request: Request,
  connection: HelpConnection,
  services: Services,
  standing: Standing,
): ReturnType<OpenRow['handle']> {
  const { deps } = services;
  const opening = { ...request, standing, today: dayOf(deps.now()) };
  const opened = await openMailbox(deps.database, opening);
  if (!opened.ok) return refused(opened.code);
  const { mailbox, isNew } = opened;
  connection.attach(request.mailboxId);
  if (isNew) {
    deps.counters.add('mailbox_opened');
    startsOf(deps).count();
  }
  const answer = { ok: true as const, ...(await viewOf(mailbox, services)) };
  return { answer, effects: await told(mailbox, services) };
}

/**
 * The desks are told of somebody new, with all that is stored of them; asked again, only whether they are here. The
 * whole each time would let one page make the server send megabytes to every desk.
 */
async function told(mailbox: Mailbox, { deps, realtime }: Services): Promise<readonly Effect[]> {
  const mailboxId = mailboxIdSchema.parse(mailbox.id);
  const presence = realtime.presence.person(mailboxId);
  const { opened } = realtime.untold;
  if (mailbox.state !== 'waiting' || opened.owed(mailboxId) === null)
    return presenceChanged(mailbox, presence);
  const frames = await readFrames(deps.database, mailboxId, direction.fromPerson);
  opened.settle(mailboxId);
  const { organisationId, arrival } = mailbox;
  const waiting = { mailboxId, arrival, presence, frames };
  return [tellOrganisation(organisationId, 'mailbox:waiting', waiting)];
}

/** What the page of a mailbox is told as it opens it or comes back. */
export async function viewOf(mailbox: Mailbox, { deps, realtime }: Services): Promise<MailboxView> {
  const attendance = await readAttendance(deps, mailbox.organisationId);
  return readMailboxView(deps.database, mailbox, realtime.presence, attendance);
}
