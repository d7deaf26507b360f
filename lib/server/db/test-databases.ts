import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from './database.ts';
import { copyEmptyDatabase } from './embedded-template.ts';
import { generateClient } from './generate-client.ts';
import type { OpenedDatabase } from './open-database.ts';
import { findPostgres, startPostgres } from './test-postgres.ts';

const cacheFolder = fileURLToPath(new URL('../../../.tmp', import.meta.url));

/**
 * Runs a block of tests on the embedded database and on a real PostgreSQL. Each test starts with
 * empty tables. Where no server is installed the second run is skipped, visibly, by name.
 * @param tests gets functions that give the database of the running test, and the folder of its files.
 */
export function describeOnEachDatabase(
  name: string,
  tests: (database: () => Database, folder: () => string) => void,
) {
  describe(`${name} (embedded)`, () => {
    tests(...useDatabase(openEmbeddedForTest));
  });
  const bin = findPostgres();
  const title = `${name} (PostgreSQL${bin === null ? ': no server installed' : ''})`;
  describe.skipIf(bin === null)(title, () => {
    tests(...useDatabase(() => openPostgresForTest(bin ?? '')));
  });
}

type OpenedForTest = OpenedDatabase & { folder: string };

function useDatabase(open: () => Promise<OpenedForTest>): [() => Database, () => string] {
  let opened: OpenedForTest | null = null;
  const inTest = () => {
    if (opened === null) throw new Error('the database is there only inside a test');
    return opened;
  };
  const database = () => inTest().database;
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => emptyTables(database()));
  afterAll(async () => {
    await opened?.close();
  });
  return [database, () => inTest().folder];
}

/** One server and one database for a file. */
async function openPostgresForTest(bin: string): Promise<OpenedForTest> {
  await generateClient(() => undefined);
  const { openDatabase } = await import('./open-database.ts');
  const server = await startPostgres(bin);
  const opened = await openDatabase({ kind: 'postgres', url: await server.createDatabase() });
  return {
    ...opened,
    folder: server.folder,
    async close() {
      await opened.close();
      await server.stop();
    },
  };
}

async function openEmbeddedForTest(): Promise<OpenedForTest> {
  await generateClient(() => undefined);
  const { openDatabase } = await import('./open-database.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'havre-data-'));
  mkdirSync(cacheFolder, { recursive: true });
  const place = { kind: 'embedded', dataDir, durable: false, templates: cacheFolder } as const;
  const opened = await openDatabase(place);
  return {
    ...opened,
    folder: dataDir,
    async close() {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** An embedded database without tables, in a folder that does not exist yet. */
export async function makeEmptyDatabase(folder: string): Promise<void> {
  mkdirSync(cacheFolder, { recursive: true });
  await copyEmptyDatabase(cacheFolder, folder);
}

async function emptyTables(database: Database): Promise<void> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const list = tables.map((table) => table.name).join(', ');
  await database.$executeRawUnsafe(`TRUNCATE ${list} RESTART IDENTITY CASCADE`);
}
