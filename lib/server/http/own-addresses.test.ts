import { createServer } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createCounters } from '../counters.ts';
import type { ServerDeps } from '../deps.ts';
import { readEnv } from '../env.ts';
import { closeServer, listen } from '../listen.ts';
import { openExchange } from './exchange.ts';
import { createOwnAddresses } from './own-addresses.ts';

const close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of close.splice(0)) await step();
});

/** Asks `/readyz` of a house whose database answers as given. */
async function ready(answer: () => Promise<unknown>, stopping: boolean): Promise<number> {
  const environment = readEnv({});
  if (!environment.ok) throw new Error('the defaults are refused');
  const deps = {
    env: environment.env,
    counters: createCounters(),
    isStopping: () => stopping,
    database: { $queryRaw: answer },
  } as unknown as ServerDeps;
  const respond = createOwnAddresses(deps);
  const server = createServer((request, response) => {
    const exchange = openExchange(request, response);
    if (exchange !== null) void respond(exchange);
  });
  const listening = await listen(server, '127.0.0.1', 0);
  close.push(() => closeServer(server, 0));
  if (!listening.ok) throw new Error(listening.code);
  return (await fetch(`http://127.0.0.1:${listening.port}/readyz`)).status;
}

const answers = async () => [];
const refuses = async () => {
  throw new Error('no connection');
};
const isSilent = () => new Promise(() => undefined);

test('ready while the database answers', async () => {
  expect(await ready(answers, false)).toBe(200);
});

test('not ready while stopping, so that nobody new is sent here', async () => {
  expect(await ready(answers, true)).toBe(503);
});

test('not ready when the database refuses or is silent', async () => {
  expect(await ready(refuses, false)).toBe(503);
  expect(await ready(isSilent, false)).toBe(503);
});
