import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  newDataDir,
  removeDataDir,
  startedServer,
  startServer,
  type TestServer,
} from './test-server.ts';

const folders: string[] = [];
function folder(): string {
  const dataDir = newDataDir();
  folders.push(dataDir);
  return dataDir;
}
afterAll(() => folders.forEach(removeDataDir));

async function refusal(...args: Parameters<typeof startServer>): Promise<string> {
  const result = await startServer(...args);
  if (!result.ok) {
    expect(result.exitCode).toBe(1);
    return result.output;
  }
  await result.server.end('SIGKILL');
  throw new Error('it started');
}

describe('what stops a start, with a sentence', () => {
  test('variables that make no sense, all by name', async () => {
    const output = await refusal('main', folder(), { PORT: 'many', EXIT_URL_FR: 'ftp://x' });
    expect(output).toMatch(/^PORT must/m);
    expect(output).toMatch(/^EXIT_URL_FR must/m);
  });

  test('a demo for more than this machine', async () => {
    expect(await refusal('demo', folder(), { HOST: '0.0.0.0' })).toContain('not loopback');
  });

  test('a demo on a database that was not given to it', async () => {
    const env = { DATABASE_URL: 'postgresql://localhost/real' };
    expect(await refusal('demo', folder(), env)).toContain('DEMO_DATABASE=yes');
  });

  test('a file of roots that is not there, or names nobody', async () => {
    const none = { ROOTS_FILE: '/nowhere/roots.txt' };
    expect(await refusal('main', folder(), none)).toContain('ROOTS_FILE names a file');
    const wrong = { ROOTS_FILE: fileURLToPath(import.meta.url) };
    expect(await refusal('main', folder(), wrong)).toContain('ROOTS_FILE: line 1');
  });

  test('a port that is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const output = await refusal('main', folder(), { PORT: port });
    holder.close();
    expect(output).toContain(`Port ${port} is taken`);
  });
});

describe('one folder, one server', () => {
  const dataDir = folder();
  let server: TestServer;
  beforeAll(async () => {
    server = await startedServer('main', dataDir);
  }, 300_000);

  test('a second one is refused while the first runs', async () => {
    expect(await refusal('main', dataDir)).toContain('Another Havre is running on DATA_DIR');
  });

  test('after kill -9 the next start works at once', async () => {
    await server.end('SIGKILL');
    server = await startedServer('main', dataDir);
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200);
  });

  test('SIGTERM tells the sockets, ends the rest, and is over within five seconds', async () => {
    const socket = io(`${server.address}/help`, { transports: ['websocket'], reconnection: false });
    await new Promise<void>((resolve) => socket.on('connect', resolve));
    const told = new Promise<string>((resolve) => socket.on('disconnect', resolve));
    const since = Date.now();
    const code = await server.end('SIGTERM');
    expect(code).toBe(0);
    expect(Date.now() - since).toBeLessThan(5000);
    // With this reason a client tries again by itself.
    expect(await told).toBe('transport close');
    expect(server.output()).toContain('"event":"server_stopped"');
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  });

  test('and the folder is free again', async () => {
    server = await startedServer('main', dataDir);
    expect(await server.end('SIGTERM')).toBe(0);
  });
});
