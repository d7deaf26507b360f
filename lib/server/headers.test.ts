import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inlineScriptHashes } from './http/inline-scripts.ts';
import { newDataDir, removeDataDir, startedServer, type TestServer } from './test-server.ts';

// What stands on every answer of a server that was started as an operator starts it.

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
