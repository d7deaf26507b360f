import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, startPostgres } from './db/test-postgres.ts';
import {
  newDataDir,
  removeDataDir,
  startedServer,
  startServer,
  type TestServer,
} from './test-server.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const day = 24 * 60 * 60 * 1000;

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' ? String(address?.port) : '';
}

/** The command, as a technician runs it. */
async function command(env: Record<string, string>, ...args: string[]) {
  const program = ['--import', import.meta.resolve('tsx'), 'lib/server/invite-organisation.ts'];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
  const [code] = await once(child, 'close');
  return { code, output };
}

const tokenIn = (output: string): string => /\/setup\/(\S+)/.exec(output)?.[1] ?? '';

async function isGood({ address }: TestServer, token: string): Promise<boolean> {
  const response = await fetch(`${address}/api/invitation`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token }),
  });
  return ((await response.json()) as { ok: boolean }).ok;
}

const bin = findPostgres();
const databases = [
  { name: 'embedded', skip: false, open: async () => ({ url: '', stop: async () => undefined }) },
  {
    name: `PostgreSQL${bin === null ? ': no server installed' : ''}`,
    skip: bin === null,
    async open() {
      const postgres = await startPostgres(bin ?? '');
      return { url: await postgres.createDatabase(), stop: () => postgres.stop() };
    },
  },
];

for (const { name, skip, open } of databases)
  describe.skipIf(skip)(`a link for one more organisation, while Havre runs (${name})`, () => {
    const dataDir = newDataDir();
    let env: Record<string, string>;
    let server: TestServer;
    let stopDatabase: () => Promise<void>;
    beforeAll(async () => {
      const { url, stop } = await open();
      stopDatabase = stop;
      env = { DATABASE_URL: url, DATA_DIR: dataDir, PORT: await freePort(), HOST: '127.0.0.1' };
      server = await startedServer('main', dataDir, env);
    }, 300_000);
    afterAll(async () => {
      expect(await server.end('SIGTERM')).toBe(0);
      await stopDatabase();
      removeDataDir(dataDir);
    });

    test('it is printed with its end, beside the first one, and nothing of it stays in the folder', async () => {
      const first = tokenIn(server.output());
      const { code, output } = await command(env);
      expect(code).toBe(0);
      const end = new Date(Date.now() + 7 * day).toISOString().slice(0, 10);
      expect(output).toContain(`(this link works once, until the end of ${end})`);
      expect(output).toContain(`${server.address}/setup/`);
      const token = tokenIn(output);
      expect(token).not.toBe(first);
      expect(await isGood(server, token)).toBe(true);
      expect(await isGood(server, first)).toBe(true);
      expect(readdirSync(dataDir).filter((file) => file.startsWith('set-up'))).toEqual([]);
      // The operator's log says that there is one, and not which.
      expect(server.output()).toContain('"event":"set_up_link_made"');
      expect(server.output()).not.toContain(token);
    });

    test('and taken back', async () => {
      const token = tokenIn((await command(env)).output);
      const { code, output } = await command(env, '--withdraw');
      expect(code).toBe(0);
      expect(output).toMatch(/no longer work: [1-9]/);
      expect(await isGood(server, token)).toBe(false);
    });
  });

describe('the command refuses, with a sentence', () => {
  test('where no Havre runs, and leaves nothing there', async () => {
    const dataDir = newDataDir();
    const { code, output } = await command({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain('No Havre answers on DATA_DIR');
    expect(readdirSync(dataDir)).toEqual([]);
    removeDataDir(dataDir);
    await command({ DATA_DIR: dataDir });
    expect(existsSync(dataDir)).toBe(false);
  });

  test('an option that it does not have', async () => {
    expect(await command({}, '--all')).toMatchObject({ code: 1 });
  });

  test('a demo, whose passwords are public', async () => {
    const dataDir = newDataDir();
    const demo = await startServer('demo', dataDir);
    if (!demo.ok) throw new Error(demo.output);
    const { code, output } = await command({ DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(output).toContain('This is a demo');
    expect(tokenIn(output)).toBe('');
    await demo.server.end('SIGTERM');
    removeDataDir(dataDir);
  }, 300_000);

  test('and it is in package.json under the name that the README says', () => {
    const { scripts } = JSON.parse(readFileSync(`${projectFolder}/package.json`, 'utf8'));
    expect(scripts['invite-organisation']).toBe('tsx lib/server/invite-organisation.ts');
  });
});
