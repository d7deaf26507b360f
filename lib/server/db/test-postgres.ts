import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
  /** Every process of it stands still, as on a machine that hangs. @returns what lets them go on */
  hold(): () => void;
  /** kill -9 of every process. */
  kill(): Promise<void>;
  /** On the same folder, after `kill`. */
  startAgain(): Promise<void>;
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
  const start = () =>
    spawn(join(bin, 'postgres'), ['-D', data, ...options], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    });
  let server = start();
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
    hold() {
      const all = processesOf(server);
      for (const pid of all) process.kill(pid, 'SIGSTOP');
      return () => {
        for (const pid of all) process.kill(pid, 'SIGCONT');
      };
    },
    async kill() {
      // Stopped first: what it forks after the list was made would live on and keep it from starting again.
      server.kill('SIGSTOP');
      for (const pid of processesOf(server)) process.kill(pid, 'SIGKILL');
      if (server.signalCode === null) await once(server, 'exit');
    },
    async startAgain() {
      server = start();
      await waitUntilReady(folder, server);
    },
    async stop() {
      // SIGINT: end the connections and stop, without waiting for anybody.
      server.kill('SIGINT');
      if (server.exitCode === null) await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server and those it forked, each of which serves a connection. */
function processesOf({ pid }: ChildProcess): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return [pid ?? 0, ...children.split(' ').filter(Boolean).map(Number)];
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
