import { expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { inTransaction, runStatement, type Statement, type Statements } from '../db/statements.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addOrganisation, newFrame, newId } from '../realtime/test-people.ts';
import { commitGroup } from './commit-group.ts';

type Line = { 'QUERY PLAN': string };

/** `EXPLAIN` takes no values; empty ones do, since the plan is the same for any. */
function explain(name: string, types: readonly string[]): Statement {
  const values = types.map((type) => `'${type === 'bytea' ? '' : '{}'}'::${type}`);
  return { name: `explain_${name}`, text: `EXPLAIN EXECUTE ${name}(${values.join(', ')})` };
}

const plans = [
  explain('commits_known', ['text[]', 'text[]', 'text[]']),
  explain('commits_write', [
    'bytea',
    ...['text[]', 'text[]', 'int[]'],
    ...['text[]', 'int[]', 'text[]', 'int[]'],
    ...['text[]', 'int[]', 'int[]', 'int[]'],
    ...['text[]', 'int[]', 'int[]', 'int[]', 'int[]'],
    ...['text[]', 'text[]', 'int[]', 'int[]', 'int[]'],
  ]),
];

async function planLines(statements: Statements): Promise<string> {
  const lines: string[] = [];
  for (const plan of plans) {
    const rows = await statements.run<Line>(plan, []);
    lines.push(...rows.map((row) => row['QUERY PLAN']));
  }
  return lines.join('\n');
}

/** Both statements once, on tables that have hardly a row. */
async function prepare(database: Database): Promise<void> {
  const organisationId = await addOrganisation(database);
  const id = newId();
  const days = { openedDay: 1, expiresDay: 1_000_000 };
  await database.mailbox.create({
    data: { id, organisationId, tokenHash: new Uint8Array(32), state: 'open', ...days },
  });
  const sent = await commitGroup(database, [{ kind: 'store', mailboxId: id, frame: newFrame() }]);
  expect(sent).toMatchObject([{ reply: { ok: true } }]);
}

describeOnEachDatabase('a plan of a group of writes', (database) => {
  test('was made while tables were empty, and still reads no table whole', async () => {
    await prepare(database());
    const careless = await runStatement<Line>(
      database(),
      { name: 'careless', text: 'EXPLAIN SELECT f."id" FROM "Frame" f WHERE f."direction" = 5' },
      [],
    );
    expect(JSON.stringify(careless)).toContain('Seq Scan on');
    const plan = await inTransaction(database(), planLines);
    expect(plan).toContain('Frame_pkey');
    expect(plan).not.toContain('Seq Scan on');
  });
});
