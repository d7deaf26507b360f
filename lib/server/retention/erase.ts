import type { Database } from '../db/database.ts';
import { readErasureRights } from './erase-problems.ts';

/** The tables of the database itself that say something about each table of ours. */
const catalogue = 'pg_attribute, pg_class, pg_depend, pg_index, pg_type';

/**
 * Takes what was deleted off the disk, as far as the database's own files go: rewrites every table of ours
 * without its dead rows, begins a new log file, and lets a checkpoint remove the old tables and log files.
 * Each table is locked while it is rewritten; whoever asks meanwhile waits. What the connection may not do
 * is left out: `erase-problems.ts` tells the operator at start.
 * @throws when a table could not be locked in time; nothing is lost, and it can be tried again.
 */
export async function eraseFreed(database: Database): Promise<void> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema()`;
  // One by one, and each outside a transaction: VACUUM does not run in one.
  for (const { name } of tables) await database.$executeRawUnsafe(`VACUUM (FULL) ${name}`);
  const rights = await readErasureRights(database);
  // A rewritten table leaves dead rows there. A PostgreSQL collects them by itself, the embedded database never.
  if (rights.catalogue) await database.$executeRawUnsafe(`VACUUM ${catalogue}`);
  if (rights.switchLog) await database.$executeRawUnsafe('SELECT pg_switch_wal()');
  if (rights.checkpoint) await database.$executeRawUnsafe('CHECKPOINT');
}
