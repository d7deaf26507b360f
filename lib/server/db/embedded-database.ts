import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { startTypeScriptWorker } from '../typescript-worker.ts';

export type EmbeddedOptions = {
  /** The database's own folder; made when it does not exist. */
  folder: string;
  /** False only in tests: commits are not forced to disk. A killed process loses nothing either way. */
  durable: boolean;
};

export type EmbeddedDatabase = {
  pool: PoolConfig;
  /** Called when the thread dies on its own; nothing can be stored from then on. */
  onCrash(listener: (error: Error) => void): void;
  stop(): Promise<void>;
};

/** A Unix socket's path is cut silently above this many bytes. */
const longestSocketPath = 107;
const socketName = '.s.PGSQL.5432';

/**
 * Starts PGlite in a thread of its own, behind a Unix socket that only this user can open and that
 * lies outside the data folder.
 * @throws when the folder cannot be opened.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const socketFolder = makeSocketFolder();
  const worker = startTypeScriptWorker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { ...options, socketPath: join(socketFolder, socketName) },
    // What PostgreSQL says may quote what people store: it is read and dropped.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    await once(worker, 'message');
  } catch (error) {
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }
  let stopping = false;
  return {
    pool: embeddedPool(socketFolder),
    onCrash(listener) {
      worker.once('error', listener);
      worker.once('exit', () => {
        if (!stopping) listener(new Error('the thread of the embedded database ended'));
      });
    },
    async stop() {
      stopping = true;
      worker.postMessage('stop');
      await once(worker, 'message');
      await worker.terminate();
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

function makeSocketFolder(): string {
  const preferred = join(tmpdir(), 'havre-XXXXXX', socketName);
  const parent = Buffer.byteLength(preferred) <= longestSocketPath ? tmpdir() : '/tmp';
  return mkdtempSync(join(parent, 'havre-'));
}

/**
 * [Note: One connection] PGlite is one session, and its socket server passes on the messages of all
 * connections one by one: the steps of two unnamed statements can mix. With one connection they
 * cannot. Inside a transaction use `tx` only: whoever asks `database` there waits for themselves.
 */
function embeddedPool(socketFolder: string): PoolConfig {
  return {
    ...{ host: socketFolder, port: 5432, user: 'postgres', database: 'postgres', max: 1 },
    // The one session outlives a connection, and with it what the one before had prepared.
    onConnect: (connection) => connection.query('DEALLOCATE ALL'),
  };
}
