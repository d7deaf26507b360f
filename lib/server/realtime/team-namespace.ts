import type { Server, Socket } from 'socket.io';
import { readOpenMailboxIds } from '../conversations/data.ts';
import { sessionHashOf } from '../credentials/session-cookie.ts';
import { toBase64url } from '../credentials/tokens.ts';
import { announceDuty, announceLater } from '../duty/announce.ts';
import { onDutyOf } from '../duty/on-duty.ts';
import { parseCookies } from '../http/cookies.ts';
import { actorsOf } from '../sessions/actors.ts';
import type { Actor } from '../sessions/types.ts';
import { teamBudget } from './budget.ts';
import { listen, type Wiring } from './dispatch.ts';
import { memberRoom, organisationRoom, sessionRoom, tellPerson } from './effects.ts';
import { requestedMailbox } from './help-namespace.ts';
import { reportFailure } from './report-failure.ts';
import { teamTable } from './team-table.ts';
import type { Services } from './types.ts';

/** Browsers of members. The session's cookie is looked at when they connect and at every event. */
export function registerTeam(io: Server, services: Services): void {
  const actorOf = (socket: Socket) => {
    const hash = sessionHashOf(parseCookies(socket.handshake.headers.cookie));
    return hash === null ? Promise.resolve(null) : actorsOf(services.deps).ask(hash);
  };
  io.of('/team').use((socket, next) => {
    actorOf(socket).then(
      (actor) => {
        if (actor === null) return next(new Error('signed_out'));
        socket.data.actor = actor;
        next();
      },
      (error) => {
        reportFailure(services.deps, error);
        next(new Error('unavailable'));
      },
    );
  });
  io.of('/team').on('connection', (socket) => {
    welcome(socket, socket.data.actor, services);
    // Between the door and this room somebody may have been suspended, or approved.
    const again = actorOf(socket).then(
      (actor) => (actor === null ? socket.disconnect(true) : enterRooms(socket, actor)),
      (error) => reportFailure(services.deps, error),
    );
    services.realtime.track(again);
    const wiring: Wiring<Actor> = {
      table: teamTable,
      budget: teamBudget,
      caller: () => actorOf(socket),
      mailboxOf: requestedMailbox,
    };
    listen(socket, wiring, services);
  });
}

/** Puts a connection where it hears what it may hear. */
function enterRooms(socket: Socket, actor: Actor): void {
  if (!socket.connected) return;
  const { memberId, organisationId, sessionHash, status } = actor;
  void socket.join([memberRoom(memberId), sessionRoom(toBase64url(sessionHash))]);
  if (status === 'active') void socket.join(organisationRoom(organisationId));
}

/** Lets a connection in until its session is over. */
function welcome(socket: Socket, actor: Actor, services: Services): void {
  const { realtime, deps } = services;
  const { memberId } = actor;
  const wasHere = realtime.presence.member(memberId);
  enterRooms(socket, actor);
  const duty = onDutyOf(deps);
  duty.came(actor);
  announceDuty(actor.organisationId, services);
  if (!wasHere) memberPresence(actor, true, services);
  const rest = Math.max(0, actor.expiresAt.getTime() - deps.now());
  const end = setTimeout(() => socket.disconnect(true), rest);
  socket.on('disconnect', (reason) => {
    clearTimeout(end);
    duty.went(actor, reason === 'server namespace disconnect');
    announceDuty(actor.organisationId, services);
    announceLater(actor.organisationId, services);
    if (!realtime.presence.member(memberId)) memberPresence(actor, false, services);
  });
}

/** People whose counsellor came or went learn it; whether somebody reads is theirs to know. */
function memberPresence(actor: Actor, present: boolean, { deps, realtime }: Services): void {
  if (deps.isStopping()) return;
  const work = readOpenMailboxIds(deps.database, actor.memberId).then(
    (ids) => {
      if (realtime.presence.member(actor.memberId) !== present) return;
      realtime.publish(ids.map((id) => tellPerson(id, 'counsellor:presence', { present })));
    },
    (error) => reportFailure(deps, error),
  );
  realtime.track(work);
}
