import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findPostgres } from '#lib/server/db/test-postgres.ts';

/**
 * Whether the tests of the data layer find a PostgreSQL server. As root on Debian it is installed; its
 * own service is not needed, the tests start a server of their own.
 */
export function providePostgres(): boolean {
  if (findPostgres() !== null) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'postgresql'], { stdio: 'inherit' });
  } catch {
    return false;
  }
  return findPostgres() !== null;
}
