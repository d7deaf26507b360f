import { afterAll, describe, expect, test } from 'vitest';
import { newDataDir, removeDataDir, startedServer } from '../test-server.ts';

// What a sign-in answers is in accounts.test.ts; here, that an operator's PUBLIC_ORIGIN reaches the cookie of a
// server that was started as they start it. Signing out answers with the cookie's attributes to everybody.

const folders: string[] = [];
afterAll(() => folders.forEach(removeDataDir));

async function cookieOfServer(env: Record<string, string>): Promise<string[]> {
  const dataDir = newDataDir();
  folders.push(dataDir);
  const server = await startedServer('main', dataDir, env);
  try {
    const answer = await fetch(`${server.address}/api/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie();
  } finally {
    await server.end('SIGKILL');
  }
}

const ended = 'havre_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict';

describe('the cookie of a server', () => {
  test.each([
    ['https', { PUBLIC_ORIGIN: 'https://havre.example' }, `${ended}; Secure`],
    ['http', { PUBLIC_ORIGIN: 'http://havre.example' }, ended],
    ['no origin', {}, ended],
  ])(
    'that is reached by %s',
    async (_how, env, cookie) => {
      expect(await cookieOfServer({ PUBLIC_ORIGIN: '', ...env })).toEqual([cookie]);
    },
    300_000,
  );
});
