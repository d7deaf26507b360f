import { mkdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { DurableFileSystem } from './durable-file-system.ts';
import type { EmbeddedOptions } from './embedded-database.ts';

// This file runs in a thread of its own, so that a long query never holds up the people who are
// connected.

const { folder, socketPath, durable }: EmbeddedOptions & { socketPath: string } = workerData;

/** Erasure: freed log files are deleted, not renamed for reuse, and new ones begin as zeros. */
const settings = [
  'wal_recycle=off',
  'wal_init_zero=on',
  'wal_sync_method=fsync',
  `fsync=${durable ? 'on' : 'off'}`,
];

async function open(path: string): Promise<PGlite> {
  const defaults = PGlite.defaultStartParams.filter((param) => param !== '-F');
  const database = new PGlite({
    fs: new DurableFileSystem(path),
    startParams: [...defaults, ...settings.flatMap((setting) => ['-c', setting])],
  });
  await database.waitReady;
  return database;
}

mkdirSync(folder, { recursive: true, mode: 0o700 });
const database = await open(folder);
const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 16 });
await server.start();

parentPort?.once('message', async () => {
  await server.stop();
  await database.close();
  parentPort?.postMessage('stopped');
});
parentPort?.postMessage('ready');
