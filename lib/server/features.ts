import type { Server } from 'socket.io';
import { accountsRoutes } from './accounts/handlers.ts';
import { approvalRoutes } from './approvals/handlers.ts';
import type { ServerDeps } from './deps.ts';
import { startWatchingAttendance } from './duty/attendance.ts';
import type { Route } from './http/route.ts';
import { announceSetUp, invitationRoutes } from './invitations/handlers.ts';
import { mailboxRoutes } from './mailboxes/leaving.ts';
import { startWatchingAbsences } from './mailboxes/watch-absences.ts';
import { memberRoutes } from './members/handlers.ts';
import { organisationRoutes } from './organisations/handlers.ts';
import { registerNamespaces } from './realtime/register.ts';
import { renewalRoutes } from './renewals/handlers.ts';
import { announceErasure } from './retention/erase-problems.ts';
import { startErasing } from './retention/erasure.ts';
import { startSweeping } from './retention/sweep.ts';
import { sessionRoutes } from './sessions/handlers.ts';

/** What a noun of this folder brings to the server. */
export type Feature = {
  routes: readonly Route[];
  /**
   * Adds its handlers to the namespaces `/help` and `/team`, and starts its clocks.
   * @returns what stops them; called once, before the database is closed.
   */
  register?(io: Server, deps: ServerDeps): () => Promise<void>;
  /** Lines for the operator, printed once everything answers: for instance a set-up link. */
  announce?(deps: ServerDeps, address: string): Promise<readonly string[]>;
};

/** Every noun, in the order in which they start. Adding one means adding it here. */
export const features: readonly Feature[] = [
  { routes: invitationRoutes, announce: announceSetUp },
  { routes: organisationRoutes },
  { routes: memberRoutes },
  { routes: renewalRoutes },
  { routes: approvalRoutes },
  { routes: accountsRoutes },
  { routes: sessionRoutes },
  { routes: mailboxRoutes, register: registerNamespaces },
  { routes: [], register: (_io, deps) => startWatchingAbsences(deps) },
  { routes: [], register: (_io, deps) => startWatchingAttendance(deps) },
  { routes: [], register: (_io, deps) => startSweeping(deps) },
  {
    routes: [],
    register: (_io, deps) => startErasing(deps),
    announce: ({ database }) => announceErasure(database),
  },
];
