import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';

/** The application always speaks to PostgreSQL, embedded or not, through this one client. */
export type Database = PrismaClient;

/** What runs inside `database.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Connects on first use. Transactions wait their turn longer than Prisma's two seconds, because the
 * embedded database has one connection for all of them.
 */
export function createDatabase(config: pg.PoolConfig): Database {
  const pool = new pg.Pool(config);
  // A connection that is lost, idle or in use, is replaced on the next query; without a listener it would end
  // the process. Whoever asks it something is told by their question.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => connection.on('error', () => undefined));
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  const database = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  pools.set(database, pool);
  return database;
}

const pools = new WeakMap<Database, pg.Pool>();

/** The connections below the client, for `statements.ts`. */
export function poolOf(database: Database): pg.Pool {
  const pool = pools.get(database);
  if (pool === undefined) throw new Error('this database was not made by createDatabase');
  return pool;
}
