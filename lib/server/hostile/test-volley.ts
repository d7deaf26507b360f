import fc from 'fast-check';
import { io as connect, type Socket } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import { helpTable } from '../realtime/help-table.ts';
import { teamTable } from '../realtime/team-table.ts';
import { mutated, oddity } from './test-mutated-input.ts';
import { count, type HuntRecord, judgeAnswer, rememberFrames, violate } from './test-record.ts';
import { type Pool, validInput } from './test-valid-input.ts';

type Namespace = '/help' | '/team';
const tables = { '/help': helpTable, '/team': teamTable } as const;

export type Volley = {
  address: string;
  namespace: Namespace;
  cookie: string | null;
  transport: 'websocket' | 'polling';
  pool: Pool;
  events: number;
  seed: number;
  holdsSecret(value: unknown): boolean;
};

/** How one event is sent. */
type Shot = {
  event: string;
  input: unknown;
  how: 'ask' | 'ask' | 'ask' | 'tell' | 'two' | 'none' | 'function-first';
};

/** Directories and queues only grow, and every answer carries them whole: those come seldom. */
const seldom: Record<string, number> = { 'directory:append': 2, 'organisation:publish': 2 };
const usual = 10;

function shots({ namespace, pool }: Volley): fc.Arbitrary<Shot> {
  const table = tables[namespace];
  const names = Object.keys(table);
  const byEvent = Object.entries(table).map(([event, { schema }]) => {
    const ready = pool.ready[event] ?? [];
    const made = validInput(schema, pool);
    const valid = ready.length > 0 ? fc.oneof(made, fc.constantFrom(...ready)) : made;
    const input = fc.oneof(
      { weight: 4, arbitrary: valid },
      { weight: 6, arbitrary: mutated(valid) },
      { weight: 1, arbitrary: oddity },
    );
    const arbitrary = input.map((value) => ({ event, input: value }));
    return { weight: seldom[event] ?? usual, arbitrary };
  });
  const others = Object.keys(tables[namespace === '/help' ? '/team' : '/help']);
  const unknown = [
    ...others,
    '',
    'x',
    'message',
    '__proto__',
    'constructor',
    'error',
    'nothing:such',
  ];
  const strange = fc.record({
    event: fc.oneof(fc.constantFrom(...unknown, ...names.map((n) => n.toUpperCase())), fc.string()),
    input: oddity,
  });
  const how = fc.constantFrom<Shot['how'][]>(
    ...(['ask', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask', 'ask'] as const),
    ...(['ask', 'ask', 'ask', 'ask', 'tell', 'two', 'none', 'function-first'] as const),
  );
  return fc
    .tuple(fc.oneof(...byEvent, { weight: 20, arbitrary: strange }), how)
    .map(([shot, manner]) => ({ ...shot, how: manner }));
}

const reserved = ['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener'];
const window = 40;

/** Sends many events on one connection, `window` of them at once, and judges every answer. */
export async function fire(volley: Volley, record: HuntRecord): Promise<void> {
  const { namespace, holdsSecret } = volley;
  const socket = open(volley);
  socket.onAny((event, about) => {
    if (holdsSecret(about)) violate(record, `${event} told a stranger of the bystander`);
  });
  const all = fc.sample(shots(volley), { numRuns: volley.events, seed: volley.seed });
  const left = all.filter(({ event }) => !reserved.includes(event) && event !== 'removeListener');
  const next = async (): Promise<void> => {
    for (let shot = left.pop(); shot !== undefined; shot = left.pop()) {
      if (!socket.connected && !(await back(socket))) return count(record, `${namespace} refused`);
      record.sent += 1;
      rememberFrames(record, namespace, shot.input);
      await send(socket, shot, volley, record);
    }
  };
  await Promise.all(Array.from({ length: window }, next));
  socket.disconnect();
}

/** More at once than a person could send; each is answered, and the connection lives. */
export async function flood(
  { address }: Pick<Volley, 'address'>,
  record: HuntRecord,
): Promise<void> {
  const target = { address, namespace: '/help', cookie: null, transport: 'websocket' } as const;
  const socket = open(target);
  const asked = Array.from({ length: 600 }, async () => {
    const answer = await socket.timeout(60_000).emitWithAck('frame:confirm', { frameIds: [] });
    judgeAnswer(record, '/help frame:confirm', answer);
  });
  await Promise.all(asked);
  record.sent += asked.length;
  socket.disconnect();
}

type Target = Pick<Volley, 'address' | 'namespace' | 'cookie' | 'transport'>;

function open({ address, namespace, cookie, transport }: Target): Socket {
  return connect(address + namespace, {
    transports: [transport],
    forceNew: true,
    parser: clientParser,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    ...(cookie === null ? {} : { extraHeaders: { cookie } }),
  });
}

/** @returns false when the server lets it in no more */
async function back(socket: Socket): Promise<boolean> {
  if (!socket.active) socket.connect();
  if (socket.connected) return true;
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
  });
}

function send(
  socket: Socket,
  { event, input, how }: Shot,
  { namespace, holdsSecret }: Volley,
  record: HuntRecord,
): Promise<void> | void {
  const known = Object.hasOwn(tables[namespace], event) ? event : '(unknown)';
  const where = `${namespace} ${known}`;
  if (how === 'tell') return void socket.emit(event, input);
  return new Promise((resolve) => {
    const judge = (error: Error | null, answer: unknown) => {
      if (error === null) judgeAnswer(record, where, answer);
      else if (error.message === 'operation has timed out') violate(record, `${where} no answer`);
      else count(record, `${namespace} closed`);
      if (holdsSecret(answer)) violate(record, `${where} answered with what is the bystander's`);
      resolve();
    };
    const asking = socket.timeout(20_000);
    if (how === 'ask') asking.emit(event, input, judge);
    else if (how === 'two') asking.emit(event, input, input, judge);
    else if (how === 'none') asking.emit(event, judge);
    else asking.emit(event, 'ack', input, judge);
  });
}
