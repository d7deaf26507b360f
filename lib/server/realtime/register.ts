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
  registerHelp(io, { deps, realtime });
  registerTeam(io, { deps, realtime });
  return () => realtime.idle();
}
