import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newDataDir,
  removeDataDir,
  sendRaw,
  startedServer,
  type TestServer,
} from './test-server.ts';

// What anybody may send to a server, and what it makes of it.

let server: TestServer;
const dataDir = newDataDir();
beforeAll(async () => {
  server = await startedServer('main', dataDir, { EXIT_URL_NL: '/away' });
}, 300_000);
afterAll(async () => {
  await server.end('SIGKILL');
  removeDataDir(dataDir);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.address}${path}`, { redirect: 'manual', ...init });

const raw = (text: string) => sendRaw(server.address, text);

describe('addresses', () => {
  test.each([
    ['nl-BE,nl;q=0.9,en;q=0.5', '/nl'],
    ['de,fr;q=0.5', '/fr'],
    ['de', '/en'],
    ['*', '/en'],
    ['', '/en'],
  ])('/ with Accept-Language %j leads to %s', async (language, location) => {
    const answer = await ask('/', { headers: { 'accept-language': language } });
    expect(answer.headers.get('location')).toBe(location);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
  });

  test.each([
    ['/exit/nl', '/away'],
    ['/exit/fr', 'https://www.meteo.be/fr'],
  ])('%s leaves for a neutral page and clears what the browser kept', async (path, location) => {
    const answer = await ask(path);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(location);
    expect(answer.headers.get('clear-site-data')).toBe('"*"');
  });

  test('an address that is not there says so in its language', async () => {
    for (const [path, language] of [
      ['/nl/is-not-here', 'nl'],
      ['/fr/info/is-not-here', 'fr'],
      ['/setup', 'en'],
    ] as const) {
      const answer = await ask(path, { headers: { 'accept-language': 'en' } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(`<html lang="${language}"`);
    }
  });

  test.each([
    ['POST', '/nl', 405],
    ['POST', '/healthz', 405],
    ['DELETE', '/exit/nl', 405],
    ['GET', '/api/sign-in', 405],
    ['BREW', '/nl', 400],
    ['POST', '/api/is-not-here', 404],
  ])('%s %s is answered %i', async (method, path, status) => {
    expect(
      (await raw(`${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).status,
    ).toBe(status);
  });

  test.each(['//elsewhere.example', '/nl\\..', '/_next/static/../../package.json'])(
    '%s reaches nothing',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      expect([400, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('"dependencies"');
      expect(answer.text).not.toMatch(/^location:/im);
    },
  );
});

describe('requests with a body', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    ask('/api/sign-in/challenge', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  const good = JSON.stringify({ loginName: 'nobody' });

  test('a good one is answered', async () => {
    expect((await post(good)).status).toBe(200);
  });

  test.each(['', '{', '[]', '{"loginName":5}', '{"loginName":"nobody","more":1}'])(
    '%j is malformed',
    async (body) => {
      const answer = await post(body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ ok: false, code: 'malformed' });
    },
  );

  test('one that is too large is refused before it is read', async () => {
    expect((await post('x'.repeat(1_000_000))).status).toBe(413);
  });

  test.each([
    ['origin', 'https://elsewhere.example'],
    ['origin', 'null'],
    ['sec-fetch-site', 'cross-site'],
  ])('from another site is refused: %s: %s', async (name, value) => {
    expect((await post(good, { [name]: value })).status).toBe(403);
  });

  test('from our own pages it is not', async () => {
    const headers = { origin: server.address, 'sec-fetch-site': 'same-origin' };
    expect((await post(good, headers)).status).toBe(200);
  });

  test('another site cannot open a socket', async () => {
    const path = '/socket.io/?EIO=4&transport=polling';
    expect((await ask(path)).status).toBe(200);
    expect((await ask(path, { headers: { origin: 'https://elsewhere.example' } })).status).toBe(
      403,
    );
  });
});

test('a connection that never finishes its request is ended', async () => {
  const answer = await raw('GET /nl HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  expect([0, 400, 408]).toContain(answer.status);
});

test('the log holds nothing of what a visitor sent', async () => {
  const planted = 'planted-7f3a';
  const headers = { 'user-agent': planted, 'x-forwarded-for': planted, cookie: `a=${planted}` };
  await ask(`/nl/${planted}?q=${planted}`, { headers });
  await ask(`/setup/${planted}`, { headers });
  await ask('/api/sign-in', { method: 'POST', headers, body: JSON.stringify({ a: planted }) });
  await raw(`${planted}\r\n\r\n`);
  expect(server.output()).toContain('"event":"server_started"');
  expect(server.output()).not.toContain(planted);
});
