import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import { Server as SocketServer } from 'socket.io';
import { expect, test } from 'vitest';
import { createCounters } from '../counters.ts';
import type { ServerDeps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { createLog } from '../log.ts';
import { createIo } from './create-io.ts';

/** Asks for a WebSocket as browsers do, which all offer to compress. @returns how the server agreed */
function offerCompression(address: string): Promise<IncomingHttpHeaders> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${address}/socket.io/?EIO=4&transport=websocket`, { headers });
    asked.once('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.headers);
    });
    asked.once('response', ({ statusCode }) => reject(new Error(`refused: ${statusCode}`)));
    asked.once('error', reject);
    asked.end();
  });
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** What opening a connection needs: nothing is asked of a database before a room is entered. */
function depsWithoutDatabase(): ServerDeps {
  const environment = readEnv({});
  if (!environment.ok) throw new Error('the default environment is refused');
  return {
    env: environment.env,
    kind: 'real',
    needsDuty: false,
    database: undefined as never,
    log: createLog(
      () => undefined,
      () => new Date(),
    ),
    counters: createCounters(),
    now: Date.now,
    isStopping: () => false,
  };
}

test('a server that compresses would agree to it', async () => {
  const server = createServer();
  const io = new SocketServer(server, { perMessageDeflate: true });
  const agreed = await offerCompression(await addressOf(server));
  expect(agreed['sec-websocket-extensions']).toContain('permessage-deflate');
  await io.close();
});

test('a connection is never compressed: how long a locked message is says nothing of its words', async () => {
  const server = createServer();
  const io = createIo(server, depsWithoutDatabase());
  const agreed = await offerCompression(await addressOf(server));
  expect(agreed.upgrade).toBe('websocket');
  expect(agreed['sec-websocket-extensions']).toBeUndefined();
  await io.close();
});
