import { findPostgres } from '#lib/server/db/test-postgres.ts';
import { provide } from './debian.ts';

/**
 * Whether the tests of the data layer find a PostgreSQL server. Its own service is not needed, the tests
 * start a server of their own.
 */
export const providePostgres = (): boolean => provide('postgresql', () => findPostgres() !== null);
