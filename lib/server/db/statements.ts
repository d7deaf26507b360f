import pg, { type PoolClient } from 'pg';
import { type Database, poolOf } from './database.ts';

/**
 * SQL of our own that runs many times a second. Prisma would pass its values on as JSON, bytes in Base64, and
 * the database would plan it anew each time; this goes straight to the same connections, bytes as bytes,
 * prepared once in each. For everything else there is the client.
 */
export type Statement = { name: string; text: string };

/** A transaction of such statements. @returns the rows, columns by name */
export type Statements = {
  run<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
};

/**
 * [Note: Planned once] Planning a group of writes costs more than writing a small one, so it is planned once
 * in a connection, for any values. A plan that was made while a table was empty would read it whole, and at
 * the end of a busy day that is every row that was deleted since the last VACUUM: these settings leave the
 * planner only the way through an index by id.
 */
const begin = `
  BEGIN;
  SET LOCAL plan_cache_mode = force_generic_plan;
  SET LOCAL enable_seqscan = off;
  SET LOCAL enable_hashjoin = off;
  SET LOCAL enable_mergejoin = off`;

/** A connection that says nothing for as long is given up, in ms; the next one is a new one. */
const patienceMs = 15_000;

/**
 * Runs `work` in one transaction and commits it. Its statements find rows by index.
 * @throws what `work` or the database threw; nothing is written then
 */
export async function inTransaction<T>(
  database: Database,
  work: (statements: Statements) => Promise<T>,
): Promise<T> {
  const connection = await poolOf(database).connect();
  try {
    await ask(connection, { text: begin });
    const result = await work(statementsOn(connection));
    await ask(connection, { text: 'COMMIT' });
    connection.release();
    return result;
  } catch (error) {
    await giveBack(connection, error);
    throw error;
  }
}

/** One statement by itself. */
export async function runStatement<Row extends object>(
  database: Database,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  const connection = await poolOf(database).connect();
  try {
    const rows = await statementsOn(connection).run<Row>(statement, values);
    connection.release();
    return rows;
  } catch (error) {
    await giveBack(connection, error);
    throw error;
  }
}

function statementsOn(connection: PoolClient): Statements {
  return {
    async run({ name, text }, values) {
      return ask(connection, { name, text, values: [...values] });
    },
  };
}

type Question = { name?: string; text: string; values?: unknown[] };

async function ask<Row extends object>(connection: PoolClient, question: Question): Promise<Row[]> {
  // The types of `pg` do not know that a limit may belong to one question.
  const limited: Question & { query_timeout: number } = { ...question, query_timeout: patienceMs };
  return (await connection.query<Row>(limited)).rows;
}

/** What is not an answer of the database closes the connection: the server then rolls back by itself. */
async function giveBack(connection: PoolClient, error: unknown): Promise<void> {
  if (!(error instanceof pg.DatabaseError)) return connection.release(true);
  try {
    await ask(connection, { text: 'ROLLBACK' });
    connection.release();
  } catch {
    connection.release(true);
  }
}
