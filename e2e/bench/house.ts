import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres } from '#lib/server/db/test-postgres.ts';
import type { HouseTasks } from './house-process.ts';
import type { DatabaseName } from './options.ts';
import { type BenchProcess, startProcess } from './process.ts';

/** A running server of ours with an empty database. */
export type House = {
  address: string;
  process: BenchProcess<HouseTasks>;
  close(): Promise<void>;
};

/** Opens servers one after another, on a database of this kind. */
export type Street = { openHouse(erases: boolean): Promise<House>; close(): Promise<void> };

/** @returns null when no PostgreSQL is installed here */
export async function openStreet(kind: DatabaseName, build: string): Promise<Street | null> {
  if (kind === 'embedded')
    return { openHouse: (erases) => embeddedHouse(build, erases), close: async () => {} };
  const bin = findPostgres();
  if (bin === null) return null;
  const server = await startPostgres(bin, undefined, true);
  return {
    openHouse: async (erases) =>
      start({ kind, url: await server.createDatabase(), build, erases }, () => {}),
    close: server.stop,
  };
}

async function embeddedHouse(build: string, erases: boolean): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'havre-bench-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  return start({ kind: 'embedded', dataDir, build, erases }, remove);
}

async function start(
  request: Parameters<HouseTasks['start']>[0],
  afterwards: () => void,
): Promise<House> {
  const process = startProcess<HouseTasks>('./house-process.ts', ['--expose-gc']);
  return {
    address: await process.ask('start', request),
    process,
    async close() {
      await process.end();
      afterwards();
    },
  };
}
