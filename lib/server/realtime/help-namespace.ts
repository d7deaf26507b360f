import type { Server, Socket } from 'socket.io';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { absencesOf } from '../mailboxes/absences.ts';
import { findMailbox } from '../mailboxes/data.ts';
import { waitingPlacesOf } from '../mailboxes/waiting-places.ts';
import { addressOf } from '../places.ts';
import { helpBudget } from './budget.ts';
import { listen, type Wiring } from './dispatch.ts';
import { mailboxRoom } from './effects.ts';
import { helpTable } from './help-table.ts';
import { presenceChanged } from './mailbox-effects.ts';
import { reportFailure } from './report-failure.ts';
import type { HelpConnection, Services } from './types.ts';

/** Pages of people who seek help. Nobody signs in; a token shows whose mailbox a connection is. */
export function registerHelp(io: Server, services: Services): void {
  io.of('/help').on('connection', (socket) => {
    const connection = connectionOf(socket, services);
    const wiring: Wiring<HelpConnection> = {
      table: helpTable,
      budget: helpBudget,
      caller: async () => connection,
      mailboxOf: (request) => requestedMailbox(request) ?? connection.mailboxId(),
    };
    listen(socket, wiring, services);
    socket.on('disconnect', () => {
      const mailboxId = connection.mailboxId();
      if (mailboxId !== null) waitingPlacesOf(services.deps).forget(mailboxId);
      lookedAway(mailboxId, services);
    });
  });
}

/** What was sent before a connection broke is still done, but nobody is in a room without one. */
function connectionOf(socket: Socket, services: Services): HelpConnection {
  let current: MailboxId | null = null;
  return {
    mailboxId: () => current,
    // The address itself reaches no handler.
    reservePlace: () =>
      waitingPlacesOf(services.deps).reserve(
        addressOf(socket.request, services.deps.env),
        () => socket.connected,
      ),
    attach(mailboxId) {
      const before = current;
      current = mailboxId;
      services.realtime.presence.markSeen(mailboxId);
      absencesOf(services.deps).back(mailboxId);
      if (before === mailboxId || !socket.connected) return;
      void socket.join(mailboxRoom(mailboxId));
      if (before === null) return;
      void socket.leave(mailboxRoom(before));
      lookedAway(before, services);
    },
  };
}

/** The mailbox that a request names, if it names one. */
export function requestedMailbox(request: unknown): string | null {
  if (typeof request !== 'object' || request === null || !('mailboxId' in request)) return null;
  return typeof request.mailboxId === 'string' ? request.mailboxId : null;
}

/** The desk learns that somebody is away, unless they are back already. */
function lookedAway(mailboxId: MailboxId | null, { deps, realtime }: Services): void {
  if (mailboxId === null) return;
  const work = realtime.lanes.run(mailboxId, async () => {
    if (deps.isStopping() || realtime.presence.person(mailboxId) !== 'away') return;
    const mailbox = await findMailbox(deps.database, mailboxId);
    if (mailbox !== null) realtime.publish(presenceChanged(mailbox, 'away'));
  });
  realtime.track(work.catch((error) => reportFailure(deps, error)));
}
