import { io as connect, type Socket } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import { createCounters } from '../counters.ts';
import type { Database } from '../db/database.ts';
import type { ServerDeps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { features } from '../features.ts';
import { handleRequest } from '../http/handle-request.ts';
import type { Pages } from '../http/pages.ts';
import { createRouteTable } from '../http/route-table.ts';
import { closeServer, createHttpServer, listen } from '../listen.ts';
import { createLog } from '../log.ts';
import { limitConnections } from '../places.ts';
import { createIo } from './create-io.ts';
import { realtimeOf } from './realtime.ts';

/** One thing a connection was told, unasked. */
export type Heard = { event: string; about: unknown };

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers that the contract types describe
type Answered = any;

/** A connection of a test, with everything it was told so far. */
export type TestClient = {
  socket: Socket;
  heard: Heard[];
  ask(event: string, request: unknown): Promise<Answered>;
  /** Everything that was sent to this connection until now has arrived. */
  settle(): Promise<void>;
  /** What it was told of one event, after `settle`. */
  told(event: string): Promise<Answered[]>;
};

/** Everything of the server but its pages, on a port of its own. */
export type TestHouse = {
  /** `http://127.0.0.1:PORT` */
  address: string;
  deps: ServerDeps;
  lines: string[];
  /** Milliseconds that the house's clock is ahead; `stopped` is a time at which it stands still. */
  clock: { ahead: number; stopped: number | null };
  /** @param headers with which the connection is asked for */
  help(headers?: Record<string, string>): Promise<TestClient>;
  team(cookie: string): Promise<TestClient>;
  /** The message of a refused connection. */
  refusedTeam(cookie: string): Promise<string>;
  /** The same, of any namespace. */
  refused(namespace: string): Promise<string>;
  /** How many connections have joined `/help`. */
  sockets(): number;
  post(
    path: string,
    body: unknown,
    cookie?: string,
  ): Promise<{ status: number; answer: Answered; cookie: string | null }>;
  get(path: string): Promise<Uint8Array>;
  announce(): Promise<readonly string[]>;
  close(): Promise<void>;
};

const noPages: Pages = {
  respond: async () => false,
  async respondWith({ response }) {
    response.writeHead(404).end();
    return true;
  },
};

export async function openTestHouse(
  database: Database,
  kind: 'real' | 'demo' = 'real',
  needsDuty = false,
): Promise<TestHouse> {
  const lines: string[] = [];
  const clock: TestHouse['clock'] = { ahead: 0, stopped: null };
  // Most stories are about something else than who is on duty.
  const deps = { ...makeDeps(database, kind, clock, lines), needsDuty };
  const { address, sockets, stop } = await openDoor(deps);
  const clients: Socket[] = [];
  const open = (namespace: string, extraHeaders: Record<string, string> = {}) => {
    const options = {
      transports: ['websocket'],
      forceNew: true,
      parser: clientParser,
      extraHeaders,
    };
    const socket = connect(`${address}${namespace}`, options);
    clients.push(socket);
    return socket;
  };
  return {
    address,
    deps,
    lines,
    clock,
    help: (headers) => ready(open('/help', headers)),
    async team(cookie) {
      const client = await ready(open('/team', { cookie }));
      // The server looks at the session a second time; a clock that a test moves must not come before that.
      await realtimeOf(deps).idle();
      return client;
    },
    refusedTeam: (cookie) => refusal(open('/team', { cookie })),
    refused: (namespace) => refusal(open(namespace)),
    sockets,
    post: (path, body, cookie) => post(address + path, body, cookie),
    async get(path) {
      return new Uint8Array(await (await fetch(address + path)).arrayBuffer());
    },
    async announce() {
      const said = features.map((feature) => feature.announce?.(deps, address) ?? []);
      return (await Promise.all(said)).flat();
    },
    async close() {
      for (const client of clients) client.disconnect();
      await stop();
    },
  };
}

function makeDeps(
  database: Database,
  kind: 'real' | 'demo',
  clock: TestHouse['clock'],
  lines: string[],
): ServerDeps {
  const environment = readEnv({});
  if (!environment.ok) throw new Error('the default environment is refused');
  return {
    env: environment.env,
    kind,
    needsDuty: false,
    database,
    log: createLog(
      (line) => lines.push(line),
      () => new Date(),
    ),
    counters: createCounters(),
    now: () => (clock.stopped ?? Date.now()) + clock.ahead,
    isStopping: () => false,
  };
}

function refusal(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('connect_error', (error) => resolve(error.message));
    socket.once('connect', () => reject(new Error('was let in')));
  });
}

type Door = { address: string; sockets(): number; stop(): Promise<void> };

async function openDoor(deps: ServerDeps): Promise<Door> {
  const handlers = {
    deps,
    routes: createRouteTable(features.flatMap((feature) => feature.routes)),
    ownAddresses: () => false,
    staticFiles: () => false,
    pages: noPages,
  };
  const server = createHttpServer((request, response) => {
    void handleRequest(handlers, request, response);
  }, deps.counters);
  limitConnections(server, deps);
  const io = createIo(server, deps);
  const stops = features.flatMap((feature) => feature.register?.(io, deps) ?? []);
  const listening = await listen(server, '127.0.0.1', 0);
  if (!listening.ok) throw new Error(listening.code);
  return {
    address: `http://127.0.0.1:${listening.port}`,
    sockets: () => io.of('/help').sockets.size,
    async stop() {
      io.engine.close();
      await closeServer(server, 100);
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

async function post(address: string, body: unknown, cookie: string | undefined) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    answer: text === '' ? null : JSON.parse(text),
    cookie: response.headers.get('set-cookie'),
  };
}

async function ready(socket: Socket): Promise<TestClient> {
  const heard: Heard[] = [];
  socket.onAny((event, about) => heard.push({ event, about: plain(about) }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  const ask = async (event: string, request: unknown) =>
    plain(await socket.timeout(10_000).emitWithAck(event, request));
  // Facts and answers leave in one order, so the answer to a later question comes after them all.
  const settle = async () => {
    await ask('nothing:such', {});
  };
  return {
    socket,
    heard,
    ask,
    settle,
    async told(event) {
      await settle();
      return heard.filter((fact) => fact.event === event).map((fact) => fact.about);
    },
  };
}

/** Byte strings arrive as Buffers in Node, which equal no Uint8Array. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
