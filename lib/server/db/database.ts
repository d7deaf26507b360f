import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';

/** The application always speaks to PostgreSQL, embedded or not, through this one client. */
export type Database = PrismaClient;

/** What runs inside `database.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Connects on first use. Transactions wait their turn longer than Prisma's two seconds, because the
 * embedded database has one connection for all of them.
 */
export function createDatabase(pool: PoolConfig): Database {
  // A lost idle connection is replaced on the next query; without a listener it ends the process.
  const adapter = new PrismaPg(pool, { onPoolError: () => undefined });
  return new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
}
