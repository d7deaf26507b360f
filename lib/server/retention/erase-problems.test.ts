import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { findPostgres, startPostgres, type TestPostgres } from '../db/test-postgres.ts';
import { announceErasure, readErasureProblems } from './erase-problems.ts';

describeOnEachDatabase('a database set as the README says', (database) => {
  test('gives the operator nothing to read', async () => {
    expect(await announceErasure(database())).toEqual([]);
  });
});

const bin = findPostgres();

describe.skipIf(bin === null)('a PostgreSQL that nobody set (PostgreSQL)', () => {
  let server: TestPostgres;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    server = await startPostgres(bin ?? '', []);
  });
  afterAll(async () => {
    for (const end of ends) await end();
    await server.stop();
  });

  async function openAs(url: string, role: string): Promise<Database> {
    const { openDatabase } = await import('../db/open-database.ts');
    const as = url.replace('postgres@', `${role}@`);
    const opened = await openDatabase({ kind: 'postgres', url: as });
    ends.push(opened.close);
    return opened.database;
  }
  const databaseOf = async (role: string) => openAs(await server.createDatabase(role), role);

  test('is told by name what to change, and a plain user which rights are missing', async () => {
    const database = await databaseOf('plain');
    expect(await readErasureProblems(database)).toEqual([
      'wal_recycle is on, and should be off',
      'this user may not CHECKPOINT (GRANT pg_checkpoint)',
      'this user may not call pg_switch_wal() (GRANT EXECUTE)',
    ]);
    expect((await announceErasure(database)).join('\n')).toContain('wal_recycle is on');
    expect(await readErasureProblems(await databaseOf('postgres'))).toEqual([
      'wal_recycle is on, and should be off',
    ]);
  });

  test('is told when its tables are somebody else’s', async () => {
    const url = await server.createDatabase('plain');
    const mine = await openAs(url, 'plain');
    const foreign = 'this user does not own every table of ours';
    expect(await readErasureProblems(mine)).not.toContain(foreign);
    const owner = new pg.Client({ connectionString: url });
    await owner.connect();
    await owner.query('ALTER TABLE "Frame" OWNER TO postgres');
    await owner.end();
    expect(await readErasureProblems(mine)).toContain(foreign);
  });

  test('nobody waits long behind a dump: the erasure gives up, and is wanted again', async () => {
    const { eraseFreed } = await import('./erase.ts');
    const database = await databaseOf('postgres');
    await database.$transaction(async (dump) => {
      await dump.$executeRawUnsafe('LOCK TABLE "Frame" IN ACCESS SHARE MODE');
      await expect(eraseFreed(database)).rejects.toThrow();
    });
    await eraseFreed(database);
  });

  test('its own tables are rewritten all the same', async () => {
    const { eraseFreed } = await import('./erase.ts');
    const database = await databaseOf('plain');
    const file = async () => {
      const [row] = await database.$queryRaw<{ path: string }[]>`
        SELECT pg_relation_filepath('"Frame"') AS path`;
      return row?.path;
    };
    const before = await file();
    await eraseFreed(database);
    expect(await file()).not.toBe(before);
  });
});
