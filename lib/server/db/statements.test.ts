import { expect, test, vi } from 'vitest';
import { addOrganisation } from '../realtime/test-people.ts';
import { poolOf } from './database.ts';
import { inTransaction, runStatement, type Statement } from './statements.ts';
import { describeOnEachDatabase } from './test-databases.ts';
import { isRowFault, isUniqueViolation } from './unique-violation.ts';

const names: Statement = {
  name: 'test_names',
  text: 'SELECT "id" FROM "Organisation" WHERE "id" = ANY($1::text[])',
};
const rename: Statement = {
  name: 'test_rename',
  text: 'UPDATE "Organisation" SET "id" = $2 WHERE "id" = $1',
};

describeOnEachDatabase('statements of our own', (database) => {
  const found = async (id: string) =>
    (await runStatement<{ id: string }>(database(), names, [[id]])).length === 1;

  test('what is thrown on the way takes back what was written, and the connection goes on', async () => {
    const id = await addOrganisation(database());
    const half = inTransaction(database(), async (statements) => {
      await statements.run(rename, [id, 'renamed']);
      throw new Error('in the middle');
    });
    await expect(half).rejects.toThrow('in the middle');
    expect(await found(id)).toBe(true);
    await inTransaction(database(), (statements) => statements.run(rename, [id, 'renamed']));
    expect(await found('renamed')).toBe(true);
  });

  test('a row that is refused is told apart from everything else', async () => {
    const [a, b] = [await addOrganisation(database()), await addOrganisation(database())];
    const taken = await runStatement(database(), rename, [a, b]).catch((error) => error);
    expect([isUniqueViolation(taken), isRowFault(taken)]).toEqual([true, true]);
    const wrong = { name: 'test_wrong', text: 'SELECT "nothing" FROM "Organisation"' };
    const other = await runStatement(database(), wrong, []).catch((error) => error);
    expect([isUniqueViolation(other), isRowFault(other)]).toEqual([false, false]);
    expect(await found(a)).toBe(true);
  });

  test('a connection that is lost is followed by one that prepares the same again', async () => {
    const id = await addOrganisation(database());
    expect(await found(id)).toBe(true);
    const connection = await poolOf(database()).connect();
    connection.release(true);
    expect(await found(id)).toBe(true);
  });

  test('a connection that breaks while it is held ends only what it was asked', async () => {
    const id = await addOrganisation(database());
    // What `pg` emits when the server ends a connection while nothing is asked of it: unheard, it would be thrown.
    let breakIt = () => false;
    poolOf(database()).once('acquire', (held) => {
      breakIt = () => held.emit('error', new Error('lost in between'));
    });
    await inTransaction(database(), async (statements) => {
      expect(breakIt()).toBe(true);
      await statements.run(rename, [id, 'renamed']);
    });
    expect(await found('renamed')).toBe(true);
  });

  test('a database that says nothing is not waited for, and the next question is answered', async () => {
    const id = await addOrganisation(database());
    const asleep = { name: 'test_asleep', text: 'SELECT pg_sleep(1)' };
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const impatient = expect(runStatement(database(), asleep, [])).rejects.toThrow('timeout');
    await vi.advanceTimersByTimeAsync(15_000);
    await impatient;
    vi.useRealTimers();
    expect(await found(id)).toBe(true);
  });
});
