import { expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { eraseFreed } from './erase.ts';

async function sizeOf(database: Database): Promise<number> {
  const [size] = await database.$queryRaw<{ bytes: bigint }[]>`
    SELECT pg_database_size(current_database()) AS bytes`;
  return Number(size?.bytes);
}

describeOnEachDatabase('erasing', (database) => {
  test('does not itself make the database grow, however often it is done', async () => {
    const erase = async (times: number) => {
      for (let n = 0; n < times; n += 1) await eraseFreed(database());
      return sizeOf(database());
    };
    // The first ones make room for the dead rows of one erasure, which the later ones use again.
    const before = await erase(3);
    // Ten of them left a million bytes behind.
    expect((await erase(10)) - before).toBeLessThan(200_000);
  });
});
