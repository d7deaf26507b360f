import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

// A PostgreSQL server of the tests' own, from the programs that Debian's package installs.

const installFolder = '/usr/lib/postgresql';

/** Folder of the newest installed server's programs; null when there is none. */
export function findPostgres(): string | null {
  if (!existsSync(installFolder)) return null;
  const versions = readdirSync(installFolder).sort((a, b) => Number(b) - Number(a));
  const found = versions.map((version) => join(installFolder, version, 'bin'));
  return found.find((bin) => existsSync(join(bin, 'postgres'))) ?? null;
}

/** As the README asks an operator to set them. */
const erasingSettings = ['wal_recycle=off', 'wal_init_zero=on'];

export type TestPostgres = {
  /** Where its files are. */
  folder: string;
  /** Makes an empty database and gives its address. @param owner a role, made if it is not there */
  createDatabase(owner?: string): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts a server on a Unix socket in a folder of its own. It refuses to run as root, so not as root.
 * @param durable true: commits wait for the disk, as on a server that people rely on
 */
export async function startPostgres(
  bin: string,
  erasing = erasingSettings,
  durable = false,
): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'havre-pg-'));
  const user = process.getuid?.() === 0 ? postgresUser() : {};
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8'],
    {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    },
  );
  const settings = ['listen_addresses=', ...(durable ? [] : ['fsync=off']), ...erasing];
  const options = ['-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  });
  await waitUntilReady(folder, server);
  let count = 0;
  return {
    folder,
    async createDatabase(owner = 'postgres') {
      count += 1;
      await runSql(
        folder,
        `DO $$ BEGIN CREATE ROLE ${owner} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      );
      await runSql(folder, `CREATE DATABASE test_${count} OWNER ${owner}`);
      return `postgresql://postgres@localhost/test_${count}?host=${encodeURIComponent(folder)}`;
    },
    async stop() {
      // SIGINT: end the connections and stop, without waiting for anybody.
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function postgresUser(): { uid?: number; gid?: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function waitUntilReady(folder: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('the test PostgreSQL server ended by itself');
    try {
      await runSql(folder, 'SELECT 1');
      return;
    } catch {
      await pause(50);
    }
  }
}

async function runSql(host: string, sql: string): Promise<void> {
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
