import { expect, test } from 'vitest';
import { isLoopback, readEnv } from './env.ts';

function envOf(source: Record<string, string>) {
  const result = readEnv(source);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.env;
}

function problemsOf(source: Record<string, string>) {
  const result = readEnv(source);
  return result.ok ? [] : result.problems.map((problem) => problem.variable);
}

test('nothing set gives a server on loopback with an embedded database and neutral exits', () => {
  const env = envOf({});
  expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', dataDir: '.data', databaseUrl: null });
  expect(env).toMatchObject({ publicOrigin: null, trustProxy: false, demoDatabase: false });
  for (const url of Object.values(env.exitUrls)) expect(url).toMatch(/^https:\/\//);
});

test('an empty variable counts as not set', () => {
  expect(envOf({ PORT: '', DATABASE_URL: '', EXIT_URL_NL: '' })).toMatchObject({ port: 3000 });
});

test.each([
  ['PORT', '3000x'],
  ['PORT', '70000'],
  ['HOST', 'a host'],
  ['DATABASE_URL', 'mysql://x'],
  ['PUBLIC_ORIGIN', 'https://example.org/path'],
  ['PUBLIC_ORIGIN', 'example.org'],
  ['EXIT_URL_NL', 'javascript:alert(1)'],
  ['EXIT_URL_FR', '//elsewhere.example'],
  ['EXIT_URL_EN', '/\\elsewhere.example'],
  ['EXIT_URL_EN', 'away'],
  ['EXIT_URL_EN', 'https://example.org/\r\nset-cookie: a'],
  ['TRUST_PROXY', 'maybe'],
  ['DEMO_DATABASE', '2'],
])('%s=%j stops the start by name', (variable, value) => {
  expect(problemsOf({ [variable]: value })).toEqual([variable]);
});

test('every problem is named at once and no value is repeated', () => {
  const result = readEnv({ PORT: 'secret-a', DATABASE_URL: 'secret-b' });
  if (result.ok) throw new Error('accepted');
  expect(result.problems.map((problem) => problem.variable)).toEqual(['PORT', 'DATABASE_URL']);
  expect(JSON.stringify(result.problems)).not.toContain('secret');
});

test('an exit may be a path of our own', () => {
  expect(envOf({ EXIT_URL_FR: '/away' }).exitUrls.fr).toBe('/away');
});

test('an origin loses the slash at its end', () => {
  expect(envOf({ PUBLIC_ORIGIN: 'https://example.org/' }).publicOrigin).toBe('https://example.org');
});

test('only loopback is loopback', () => {
  for (const host of ['127.0.0.1', 'localhost', '::1', '127.1.2.3']) {
    expect(isLoopback(host)).toBe(true);
  }
  for (const host of ['0.0.0.0', '::', '10.0.0.1', 'localhost.example', '127.0.0.1.example']) {
    expect(isLoopback(host)).toBe(false);
  }
});
