import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import type { DatabaseKind } from '../log.ts';
import { createDatabase, type Database } from './database.ts';
import { startEmbedded } from './embedded-database.ts';
import { copyEmptyDatabase } from './embedded-template.ts';
import { applyMigrations } from './migrate.ts';

export type OpenedDatabase = {
  database: Database;
  kind: DatabaseKind;
  /** Names of the migrations that were applied just now. */
  applied: readonly string[];
  /** Called when the embedded database died on its own: nothing can be stored from then on. */
  onCrash(listener: (error: Error) => void): void;
  close(): Promise<void>;
};

export type DatabasePlace =
  /** `templates`: folder in which an empty database is kept for the next new DATA_DIR. */
  | { kind: 'embedded'; dataDir: string; durable: boolean; templates: string }
  | { kind: 'postgres'; url: string };

/** Opens the database, brings its tables up to date and hands out the one client. */
export async function openDatabase(place: DatabasePlace): Promise<OpenedDatabase> {
  if (place.kind === 'postgres') {
    // Statements have no limit of their own: an erasure rewrites whole tables. Whoever waits for one that
    // hangs is answered by `realtime/dispatch.ts` all the same.
    const pool = {
      connectionString: place.url,
      max: 10,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
    };
    return connect('postgres', pool, async () => undefined);
  }
  const folder = join(place.dataDir, 'database');
  if (!existsSync(folder)) await copyEmptyDatabase(place.templates, folder);
  const embedded = await startEmbedded({ folder, durable: place.durable });
  try {
    const opened = await connect('embedded', embedded.pool, embedded.stop);
    return { ...opened, onCrash: embedded.onCrash };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function connect(
  kind: DatabaseKind,
  pool: PoolConfig,
  stop: () => Promise<void>,
): Promise<OpenedDatabase> {
  const applied = await applyMigrations(pool);
  // Nobody waits long behind a lock that a dump or an erasure holds; what failed is asked again.
  const database = createDatabase({
    ...pool,
    ...(kind === 'postgres' ? { lock_timeout: 5000 } : {}),
  });
  return {
    database,
    kind,
    applied,
    onCrash: () => undefined,
    async close() {
      await database.$disconnect();
      await stop();
    },
  };
}
