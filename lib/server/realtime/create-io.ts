import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { limits } from '#lib/protocol/limits.ts';
import { serverParser } from '#lib/protocol/socket-parser.ts';
import type { ServerDeps } from '../deps.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { addressOf, socketPlacesOf } from '../places.ts';
import { documentHeaders, plainPolicy } from '../security-headers.ts';

/** A socket that polls needs no open connection, so sockets have a limit of their own. */
const mostSockets = 5000;

type Once = (event: 'close', listener: () => void) => void;

/**
 * socket.io on the HTTP server. Nothing is compressed (the size of a compressed frame tells of its
 * content), nothing is kept for a connection that comes back, no cookie, no other origin.
 */
export function createIo(server: HttpServer, deps: ServerDeps): Server {
  const io = new Server(server, {
    path: '/socket.io',
    serveClient: false,
    cookie: false,
    perMessageDeflate: false,
    httpCompression: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: limits.transportBytes,
    parser: serverParser,
    connectTimeout: 10_000,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => {
      const own = !deps.isStopping() && isOwnOrigin(request, deps.env);
      const allowed = own && hasRoom(request);
      const refused = own ? 'connection_refused' : 'socket_refused_origin';
      deps.counters.add(allowed ? 'socket_connected' : refused);
      decide(allowed ? null : 'refused', allowed);
    },
  });
  const places = socketPlacesOf(deps);
  const hasRoom = (request: IncomingMessage) =>
    io.engine.clientsCount < mostSockets && !places.isFull(addressOf(request, deps.env));
  io.engine.on('connection', (socket: { request: IncomingMessage; once: Once }) => {
    socket.once('close', places.enter(addressOf(socket.request, deps.env)));
  });
  // Long polling answers are made by engine.io and need our headers, too.
  io.engine.on('headers', (headers: Record<string, string>) => {
    Object.assign(headers, documentHeaders(plainPolicy));
  });
  return io;
}
