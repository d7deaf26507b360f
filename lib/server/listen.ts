import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Counters } from './counters.ts';

/**
 * Limits of one connection. Somebody who opens many and sends a byte now and then holds each of them
 * for seconds only, and never all that there are.
 */
const connectionLimits = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
};
const maxConnections = 5000;

/** An HTTP server with its limits that does not listen yet. */
export function createHttpServer(handle: RequestListener, counters: Counters): Server {
  const server = createServer(connectionLimits, handle);
  server.maxConnections = maxConnections;
  server.maxHeadersCount = 64;
  server.on('drop', () => counters.add('connection_refused'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Browsers open connections ahead of need. One that was never used ends without a word: an answer that
    // nobody asked for would be taken for the answer to whatever is asked in the same moment.
    if (socket.bytesRead === 0) return void socket.destroy();
    counters.add('request_malformed');
    const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    const status = isLate ? '408 Request Timeout' : '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
    else socket.destroy();
  });
  return server;
}

export type ListenResult = { ok: true; port: number } | { ok: false; code: string };

/** @returns the port, which matters when 0 was asked for; or the system's code, like `EADDRINUSE`. */
export function listen(server: Server, host: string, port: number): Promise<ListenResult> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ ok: false, code: error.code ?? 'EUNKNOWN' });
    });
    server.listen({ host, port }, () => {
      // A listening TCP server has an address of this kind.
      resolve({ ok: true, port: (server.address() as AddressInfo).port });
    });
  });
}

/** Stops listening and ends every connection that is left; those in the middle of an answer last. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
