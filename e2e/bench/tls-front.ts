import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { selfSigned } from './self-signed.ts';

export type Front = { origin: string; close(): Promise<void> };

/**
 * https in front of a server that speaks http, as a reverse proxy does it: only then does a browser ask
 * for Brotli. Passes WebSockets on.
 * @param origin `http://127.0.0.1:3000`
 * @param brotli compresses itself, for a server that does not
 */
export async function tlsFront(origin: string, brotli = false): Promise<Front> {
  const { hostname, port } = new URL(origin);
  const sockets = new Set<Socket>();
  const server = createServer(selfSigned(new Date().getFullYear()), (incoming, answer) => {
    const { method, url, headers } = incoming;
    const outgoing = request({ hostname, port, method, path: url, headers }, (response) => {
      const done = brotli ? compressed(response, answer) : plain(response, answer);
      done.catch(() => answer.destroy());
    });
    outgoing.on('error', () => answer.destroy());
    incoming.pipe(outgoing);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
    const upstream = connect(Number(port), hostname, () => {
      upstream.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${rawHeaders(incoming)}\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const one of [upstream, socket]) one.on('error', () => one.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function rawHeaders({ rawHeaders: raw }: IncomingMessage): string {
  return raw.map((part, i) => (i % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
}

async function plain(response: IncomingMessage, answer: ServerResponse): Promise<void> {
  answer.writeHead(response.statusCode ?? 502, response.headers);
  response.pipe(answer);
}

async function compressed(response: IncomingMessage, answer: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  const bytes = await promisify(brotliCompress)(Buffer.concat(parts));
  const { 'transfer-encoding': _, 'content-length': __, ...headers } = response.headers;
  const more = { 'content-encoding': 'br', 'content-length': bytes.length };
  answer.writeHead(response.statusCode ?? 502, { ...headers, ...more });
  answer.end(bytes);
}
