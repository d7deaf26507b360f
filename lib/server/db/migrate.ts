import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { readMigrations } from './migration-files.ts';
import { openSchemaEngine } from './schema-engine.ts';

/** Where the migrations of this project live. */
export const migrationsFolder = fileURLToPath(
  new URL('../../../prisma/migrations', import.meta.url),
);

/**
 * Brings a database up to date. What was applied stands in `_prisma_migrations`, as
 * `prisma migrate deploy` writes it, so that an operator may use either.
 * @returns names of the migrations that were applied now; empty when there was nothing to do.
 * @throws when a migration fails or one that was applied has been edited since.
 */
export async function applyMigrations(
  pool: PoolConfig,
  folder = migrationsFolder,
): Promise<string[]> {
  const engine = await openSchemaEngine(null, new PrismaPg(pool));
  try {
    const result = await engine.applyMigrations({
      migrationsList: readMigrations(folder),
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } finally {
    engine.free();
  }
}
