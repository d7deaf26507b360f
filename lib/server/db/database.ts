import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from '#prisma/generated/client.ts';

/** The application always speaks to PostgreSQL, embedded or not, through this one client. */
export type Database = PrismaClient;

/** What runs inside `database.$transaction(async (tx) => …)`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** @param pool where the database is, and how many connections at most. Connects on first use. */
export function createDatabase(pool: PoolConfig): Database {
  return new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
}
