import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import next from 'next';

export type NextRenderer = {
  /** Renders a page with the headers already set on `response`; Next cannot change those. */
  render(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
};

/**
 * Next as a library: it renders pages and owns neither a port nor a header.
 * @param projectFolder where `next.config.ts` lies
 * @param build name of the folder in `.next`
 */
export async function createNextRenderer(
  projectFolder: string,
  build: string,
): Promise<NextRenderer> {
  process.env.HAVRE_BUILD = build;
  // Next would hang its own listener for upgrades on the server of the first request, and end every
  // WebSocket whose address looks like a page. It gets a server that never listens instead.
  const idleServer = createServer();
  const app = next({ dev: false, dir: projectFolder, quiet: true, httpServer: idleServer });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    async render(request, response) {
      const setHeader = response.setHeader.bind(response);
      const ours = new Set(response.getHeaderNames());
      response.setHeader = (name, value) =>
        ours.has(name.toLowerCase()) ? response : setHeader(name, value);
      await handle(request, response);
    },
    close: () => app.close(),
  };
}
