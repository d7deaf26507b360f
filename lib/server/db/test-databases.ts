import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { waitForFolderLock } from '../folder-lock.ts';
import type { Database } from './database.ts';
import { generateClient } from './generate-client.ts';
import { migrationsFolder } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import type { OpenedDatabase } from './open-database.ts';
import { findPostgres, startPostgres } from './test-postgres.ts';

const cacheFolder = fileURLToPath(new URL('../../../.tmp', import.meta.url));

/**
 * Runs a block of tests on the embedded database and on a real PostgreSQL. Each test starts with
 * empty tables. Where no server is installed the second run is skipped, visibly, by name.
 * @param tests gets a function that gives the database of the running test.
 */
export function describeOnEachDatabase(name: string, tests: (database: () => Database) => void) {
  describe(`${name} (embedded)`, () => {
    tests(useDatabase(openEmbeddedForTest));
  });
  const bin = findPostgres();
  const title = `${name} (PostgreSQL${bin === null ? ': no server installed' : ''})`;
  describe.skipIf(bin === null)(title, () => {
    tests(useDatabase(() => openPostgresForTest(bin ?? '')));
  });
}

function useDatabase(open: () => Promise<OpenedDatabase>): () => Database {
  let opened: OpenedDatabase | null = null;
  const database = () => {
    if (opened === null) throw new Error('the database is there only inside a test');
    return opened.database;
  };
  beforeAll(async () => {
    opened = await open();
  });
  beforeEach(() => emptyTables(database()));
  afterAll(async () => {
    await opened?.close();
  });
  return database;
}

/** One server and one database for a file. */
async function openPostgresForTest(bin: string): Promise<OpenedDatabase> {
  await generateClient(() => undefined);
  const { openDatabase } = await import('./open-database.ts');
  const server = await startPostgres(bin);
  const opened = await openDatabase({ kind: 'postgres', url: await server.createDatabase() });
  return {
    ...opened,
    async close() {
      await opened.close();
      await server.stop();
    },
  };
}

/** A data folder with a migrated, empty embedded database; the caller deletes it. */
export async function makeDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'havre-data-'));
  cpSync(await embeddedTemplate(), dataDir, { recursive: true });
  return dataDir;
}

export async function openEmbeddedForTest(): Promise<OpenedDatabase> {
  const dataDir = await makeDataDir();
  const { openDatabase } = await import('./open-database.ts');
  const opened = await openDatabase({ kind: 'embedded', dataDir, durable: false });
  return {
    ...opened,
    async close() {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Making a database takes seconds and copying one does not, so it is made once for all runs. */
async function embeddedTemplate(): Promise<string> {
  await generateClient(() => undefined);
  const migrations = JSON.stringify(readMigrations(migrationsFolder).migrationDirectories);
  const hash = createHash('sha256').update(migrations).digest('hex').slice(0, 16);
  const folder = join(cacheFolder, `embedded-${hash}`);
  const lock = await waitForFolderLock(join(cacheFolder, 'embedded-lock'), () => undefined);
  try {
    if (existsSync(join(folder, 'complete'))) return folder;
    rmSync(folder, { recursive: true, force: true });
    const { openDatabase } = await import('./open-database.ts');
    const opened = await openDatabase({ kind: 'embedded', dataDir: folder, durable: false });
    await opened.close();
    cpSync(join(folder, 'database/PG_VERSION'), join(folder, 'complete'));
    return folder;
  } finally {
    await lock.release();
  }
}

async function emptyTables(database: Database): Promise<void> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  const list = tables.map((table) => table.name).join(', ');
  await database.$executeRawUnsafe(`TRUNCATE ${list} RESTART IDENTITY CASCADE`);
}
