import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HouseProcess, startHouse } from './test-house-process.ts';
import { type Bystander, watchBystander } from './test-invariants.ts';
import { shakeHandsBadly } from './test-raw-bytes.ts';
import { newRecord } from './test-record.ts';

// Connections that do nothing, slowly, and many of them. Each is ended by the server, and whoever has a
// chat is served all the while.

let house: HouseProcess;
let address: string;
let bystander: Bystander;
const record = newRecord();
beforeAll(async () => {
  house = await startHouse(null);
  const grounds = await house.ask('grounds');
  address = grounds.address;
  bystander = await watchBystander(grounds, record);
}, 300_000);
// A WebSocket that was told to go has half a minute to say goodbye.
vi.setConfig({ testTimeout: 180_000 });
afterAll(async () => {
  bystander.leave();
  await house.ask('stop');
});

/** Opens a connection that sends `first`, and then `more` again and again. @returns when it is ended */
function dribble(first: string, more: string): { ended: Promise<string>; socket: Socket } {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname, () => socket.write(first, 'latin1'));
  // One that the system dropped before the server ever had it would be waited for in vain.
  socket.setKeepAlive(true, 5000);
  const timer = more === '' ? undefined : setInterval(() => socket.write(more), 1000);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => {
      clearInterval(timer);
      resolve(received);
    });
  });
  return { ended, socket };
}

const post = 'POST /left HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n';
const upgrade =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';
// A masked text frame with the packet that joins `/help`; nothing answers the pings after it.
const join = Buffer.concat([Buffer.from([0x81, 0x88, 0, 0, 0, 0]), Buffer.from('40/help,')]);
const joining = upgrade + join.toString('latin1');

test.concurrent.each([
  ['says nothing at all', '', '', 0],
  ['dribbles its headers', 'GET /nl HTTP/1.1\r\nHost: a\r\n', 'X: y\r\n', 408],
  ['dribbles its body', post, 'x', 408],
  ['shakes half a hand', upgrade.slice(0, -2), '', 408],
  ['opens a WebSocket and joins nothing', upgrade, '', 101],
  ['opens a WebSocket, joins, and answers no ping', joining, '', 101],
] as const)(
  'a connection that %s is ended, and others are served',
  async (_what, first, more, status) => {
    const slow = Array.from({ length: 40 }, () => dribble(first, more));
    expect((await fetch(`${address}/nl`)).status).toBe(200);
    await bystander.check();
    const received = await Promise.all(slow.map(({ ended }) => ended));
    const statuses = new Set(
      received.map((text) => Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0)),
    );
    // The limit of one place may end some before their time is over, without an answer.
    expect([[0], [status]]).toContainEqual([...statuses]);
    if (first === '') expect(new Set(received)).toEqual(new Set(['']));
    expect(record.violations).toEqual([]);
  },
);

test.concurrent('a thousand connections from one place leave room for the others', async () => {
  const idle = Array.from({ length: 1000 }, () => dribble('', ''));
  const sockets = Array.from({ length: 1000 }, () => dribble(joining, ''));
  const loud = Array.from({ length: 1000 }, () =>
    dribble('GET /nl HTTP/1.1\r\nHost: a\r\n\r\n', ''),
  );
  await bystander.check();
  const all = [...idle, ...sockets, ...loud];
  await Promise.all(all.map(({ ended }) => ended));
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  await bystander.check();
  expect(record.violations).toEqual([]);
  const { failures, lines } = await house.ask('state');
  expect(failures).toEqual([]);
  expect(lines).toEqual([]);
});

test.concurrent('handshakes and requests that are not what they say end with a code or a close', async () => {
  await shakeHandsBadly(address, record);
  expect(record.violations).toEqual([]);
  expect((await house.ask('state')).failures).toEqual([]);
});
