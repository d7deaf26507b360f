import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

const lockName = 'migration_lock.toml';

/** Text of the lock file that Prisma's own tools expect beside the migrations. */
export const lockText = `# Read by Prisma's tools; do not edit.\nprovider = "postgresql"\n`;

/** Reads a folder in Prisma's own format: `20250101120000_name/migration.sql`, and a lock file. */
export function readMigrations(folder: string): MigrationList {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  const lockFile = join(folder, lockName);
  return {
    baseDir: folder,
    lockfile: {
      path: lockName,
      content: existsSync(lockFile) ? readFileSync(lockFile, 'utf8') : lockText,
    },
    shadowDbInitScript: '',
    migrationDirectories: names
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((path) => ({ path, migrationFile: readMigration(folder, path) })),
  };
}

function readMigration(folder: string, path: string) {
  const file = join(folder, path, 'migration.sql');
  return {
    path: 'migration.sql',
    content: { tag: 'ok' as const, value: readFileSync(file, 'utf8') },
  };
}
