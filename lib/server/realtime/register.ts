import type { Server } from 'socket.io';
import type { ServerDeps } from '../deps.ts';
import { registerHelp } from './help-namespace.ts';
import { realtimeOf } from './realtime.ts';
import { registerTeam } from './team-namespace.ts';

/**
 * Adds both namespaces.
 * @returns what waits until every event that came in is done
 */
export function registerNamespaces(io: Server, deps: ServerDeps): () => Promise<void> {
  const realtime = realtimeOf(deps);
  realtime.start(io);
  // Nobody lives at `/`: whoever joined it would be answered by nobody and bound by no limit.
  io.use((_socket, next) => next(new Error('unknown_event')));
  registerHelp(io, { deps, realtime });
  registerTeam(io, { deps, realtime });
  return () => realtime.idle();
}
