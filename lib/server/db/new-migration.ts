import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { startEmbedded } from './embedded-database.ts';
import { migrationsFolder } from './migrate.ts';
import { lockText } from './migration-files.ts';
import { openSchemaEngine } from './schema-engine.ts';

// `npm run migration -- NAME` writes the next migration folder: what changes the tables of the last
// migration into those of schema.prisma. `prisma migrate dev` does the same with an engine that it
// downloads; the WebAssembly engine cannot read a database's tables back through the adapter (its
// "char" columns), so each migration keeps the schema it leads to beside its SQL.
// Read the SQL before you commit it.

export const schemaFile = fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url));

/** The schema that the last migration in `folder` leads to; null when there is none yet. */
export function schemaOfLastMigration(folder: string): string | null {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.sort().map((name) => join(folder, name, 'schema.prisma'));
  const last = files.filter((file) => existsSync(file)).at(-1);
  return last === undefined ? null : readFileSync(last, 'utf8');
}

/**
 * @param pool any database; the engine wants a connection to compare two texts and reads nothing.
 * @returns the SQL that changes the tables of one schema into those of the other; `''` for none.
 */
export async function sqlBetween(
  pool: PoolConfig,
  before: string | null,
  after: string,
): Promise<string> {
  const engine = await openSchemaEngine(after, new PrismaPg(pool));
  const target = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  try {
    const { stdout } = await engine.diff({
      from: before === null ? { tag: 'empty' } : target(before),
      to: target(after),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql;
  } finally {
    engine.free();
  }
}

async function withScratchDatabase<T>(work: (pool: PoolConfig) => Promise<T>): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'havre-migration-'));
  const database = await startEmbedded({ folder: join(scratch, 'database'), durable: false });
  try {
    return await work(database.pool);
  } finally {
    await database.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function main(name: string | undefined): Promise<string> {
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) return 'Give the migration a name_like_this.';
  const schema = readFileSync(schemaFile, 'utf8');
  const sql = await withScratchDatabase((pool) =>
    sqlBetween(pool, schemaOfLastMigration(migrationsFolder), schema),
  );
  if (sql === '') return 'The last migration already leads to schema.prisma.';
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(folder, 'schema.prisma'), schema);
  writeFileSync(join(migrationsFolder, 'migration_lock.toml'), lockText);
  return `Wrote ${folder}. Read it before you commit it.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await main(process.argv[2])}\n`);
}
