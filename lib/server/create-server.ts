import { join } from 'node:path';
import type { ServerDeps } from './deps.ts';
import { features } from './features.ts';
import { handleRequest } from './http/handle-request.ts';
import { createNextRenderer } from './http/next-renderer.ts';
import { createOwnAddresses } from './http/own-addresses.ts';
import { createPages } from './http/pages.ts';
import { createRouteTable } from './http/route-table.ts';
import { createStaticFiles } from './http/static-files.ts';
import { closeServer, createHttpServer, type ListenResult, listen } from './listen.ts';
import { limitConnections } from './places.ts';
import { createIo } from './realtime/create-io.ts';

export type RunningServer = {
  listening: ListenResult;
  /** Lines of the features for the operator, such as a set-up link. */
  announce(address: string): Promise<string[]>;
  /** Tells the sockets, ends every connection, and returns when nothing uses the database any more. */
  stop(): Promise<void>;
};

/** What of the five seconds that a stop may take is left to answers on their way. */
const graceMs = 1500;

/**
 * Puts the house together and opens the door.
 * @param build name of a finished build in `.next` of `projectFolder`
 */
export async function createServer(
  deps: ServerDeps,
  projectFolder: string,
  build: string,
): Promise<RunningServer> {
  const buildFolder = join(projectFolder, '.next', build);
  const renderer = await createNextRenderer(projectFolder, build);
  const handlers = {
    deps,
    routes: createRouteTable(features.flatMap((feature) => feature.routes)),
    ownAddresses: createOwnAddresses(deps),
    staticFiles: createStaticFiles(join(buildFolder, 'static')),
    pages: createPages(buildFolder, renderer),
  };
  const server = createHttpServer((request, response) => {
    void handleRequest(handlers, request, response);
  }, deps.counters);
  limitConnections(server, deps);
  const io = createIo(server, deps);
  const stopFeatures = features.flatMap((feature) => feature.register?.(io, deps) ?? []);
  const listening = await listen(server, deps.env.host, deps.env.port);
  return {
    listening,
    async announce(address) {
      const lines = features.map((feature) => feature.announce?.(deps, address) ?? []);
      return (await Promise.all(lines)).flat();
    },
    async stop() {
      // The transport closes under the sockets, so that clients try again by themselves.
      io.engine.close();
      if (listening.ok) await closeServer(server, graceMs);
      await Promise.all(stopFeatures.map((stop) => stop()));
      await renderer.close();
    },
  };
}
