import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inlineScriptHashes } from './http/inline-scripts.ts';
import { newDataDir, removeDataDir, startedServer, type TestServer } from './test-server.ts';

// One server, started as an operator starts it, asked as anybody may ask it.

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

function policyOf(answer: Response): Map<string, string[]> {
  const policy = answer.headers.get('content-security-policy') ?? '';
  const directives = policy.split('; ').map((directive) => directive.split(' '));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

const everyKind = [
  '/',
  '/nl',
  '/fr',
  '/en',
  '/en/sign-in',
  '/nl/is-not-here',
  '/xx',
  '/exit',
  '/exit/nl',
  '/away',
  '/favicon.ico',
  '/healthz',
  '/readyz',
  '/site.bin',
  '/api/is-not-here',
  '/_next/static/is-not-here.js',
  '/socket.io/?EIO=4&transport=polling',
  '/socket.io/?EIO=4&transport=nonsense',
];

describe('every kind of answer', () => {
  test.each(everyKind)('%s has its headers and no cookie', async (path) => {
    const answer = await ask(path);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    if (path.endsWith('nonsense')) return;
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('geolocation=()');
    expect(policyOf(answer).get('default-src')).toEqual(["'none'"]);
    expect(policyOf(answer).get('frame-ancestors')).toEqual(["'none'"]);
    expect(headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
    if (path !== '/favicon.ico') expect(headers['cache-control']).toBe('no-store');
  });

  test.each(['/nl', '/en/sign-in', '/nl/is-not-here'])(
    '%s requires Trusted Types',
    async (path) => {
      const policy = policyOf(await ask(path));
      expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
      expect(policy.get('trusted-types')).toEqual(['nextjs', 'default']);
      expect(policy.get('form-action')).toEqual(["'none'"]);
    },
  );

  test('scripts are immutable and bring a policy of their own for workers', async () => {
    const html = await (await ask('/nl')).text();
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
    const answer = await ask(script);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(policyOf(answer).get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  });

  test('the team’s pages may use passkeys, the help side may not', async () => {
    const permissions = async (path: string) => (await ask(path)).headers.get('permissions-policy');
    expect(await permissions('/en/sign-in')).toContain('publickey-credentials-get=(self)');
    expect(await permissions('/en')).toContain('publickey-credentials-get=()');
  });
});

/** Inline scripts of a page that its policy would not run. */
function refusedScripts(html: string, scriptSources: readonly string[]): string[] {
  return inlineScriptHashes(html).filter((hash) => !scriptSources.includes(hash));
}

describe('prerendered pages', () => {
  test.each(['/nl', '/fr', '/en', '/en/is-not-here'])(
    'the policy of %s names exactly its own inline scripts',
    async (path) => {
      const answer = await ask(path);
      const html = await answer.text();
      const sources = policyOf(answer).get('script-src') ?? [];
      expect(refusedScripts(html, sources)).toEqual([]);
      expect(sources.filter((source) => source.startsWith("'sha256-"))).toHaveLength(
        inlineScriptHashes(html).length,
      );
      expect(refusedScripts(`${html}<script>planted()</script>`, sources)).toHaveLength(1);
    },
  );

  test('are the same bytes for everyone, whatever they send along', async () => {
    const plain = await (await ask('/nl')).arrayBuffer();
    const headers = { cookie: 'a=b', 'accept-language': 'fr', 'user-agent': 'planted' };
    const other = await ask('/nl?from=somewhere', { headers });
    expect(Buffer.from(await other.arrayBuffer()).equals(Buffer.from(plain))).toBe(true);
  });
});

test('the team’s pages get a nonce for each request, and every script carries it', async () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 2; count += 1) {
    const answer = await ask('/en/sign-in');
    expect(answer.status).toBe(200);
    const [nonce = ''] = (policyOf(answer).get('script-src') ?? []).filter((source) =>
      source.startsWith("'nonce-"),
    );
    const value = nonce.slice("'nonce-".length, -1);
    expect(value.length).toBeGreaterThanOrEqual(22);
    nonces.add(value);
    const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${value}"`);
  }
  expect(nonces.size).toBe(2);
});

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

/** Sends bytes as they are and reads until the other side ends. */
function raw(text: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1] ?? 0), text: received });
    });
  });
}
