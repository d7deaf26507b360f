import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from './embedded-database.ts';
import { applyMigrations, migrationsFolder } from './migrate.ts';
import { schemaFile, schemaOfLastMigration, sqlBetween } from './new-migration.ts';
import { makeEmptyDatabase } from './test-databases.ts';

let folder = '';
let embedded: EmbeddedDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'havre-migrate-'));
  await makeEmptyDatabase(join(folder, 'database'));
  embedded = await startEmbedded({ folder: join(folder, 'database'), durable: false });
});
afterAll(async () => {
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});

const before = 'model Note {\n  id String @id\n}\n';
const after = 'model Note {\n  id   String @id\n  text String\n}\n';
const withDatasource = (models: string) =>
  `datasource db {\n  provider = "postgresql"\n}\n${models}`;

test('migrations are applied once, and written down as Prisma’s own tools read them', async () => {
  const migrations = join(folder, 'migrations');
  writeMigration(
    migrations,
    '20250101000000_first',
    'CREATE TABLE "Note" ("id" TEXT PRIMARY KEY);',
  );
  expect(await applyMigrations(embedded.pool, migrations)).toEqual(['20250101000000_first']);
  expect(await applyMigrations(embedded.pool, migrations)).toEqual([]);
  writeMigration(migrations, '20250102000000_second', 'ALTER TABLE "Note" ADD "text" TEXT;');
  expect(await applyMigrations(embedded.pool, migrations)).toEqual(['20250102000000_second']);
  const rows = await query('SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1');
  expect(rows.map((row) => row.migration_name)).toEqual([
    '20250101000000_first',
    '20250102000000_second',
  ]);
  expect(rows.every((row) => row.finished_at instanceof Date)).toBe(true);
});

test('a new migration is the difference between two schemas, and nothing when they agree', async () => {
  const sql = await sqlBetween(embedded.pool, withDatasource(before), withDatasource(after));
  expect(sql).toContain('ALTER TABLE "Note" ADD COLUMN     "text" TEXT NOT NULL');
  expect(await sqlBetween(embedded.pool, withDatasource(after), withDatasource(after))).toBe('');
});

test('the migrations of this project lead to its schema', async () => {
  const last = schemaOfLastMigration(migrationsFolder);
  expect(last).not.toBeNull();
  expect(await sqlBetween(embedded.pool, last, readFileSync(schemaFile, 'utf8'))).toBe('');
});

function writeMigration(migrations: string, name: string, sql: string): void {
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, 'migration.sql'), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(embedded.pool);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
