import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startChild } from '../test-child.ts';
import { startEmbedded } from './embedded-database.ts';
import { makeEmptyDatabase } from './test-databases.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'havre-embedded-'));
  await makeEmptyDatabase(join(folder, 'database'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withClient<T>(
  durable: boolean,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const embedded = await startEmbedded({ folder: join(folder, 'database'), durable });
  const client = new pg.Client(embedded.pool);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await embedded.stop();
  }
}

async function setting(client: pg.Client, name: string): Promise<unknown> {
  return (await client.query(`SHOW ${name}`)).rows[0]?.[name];
}

describe('the embedded database', () => {
  test('forces commits to disk, and leaves no old log files behind', async () => {
    await withClient(true, async (client) => {
      expect(await setting(client, 'fsync')).toBe('on');
      expect(await setting(client, 'wal_sync_method')).toBe('fsync');
      expect(await setting(client, 'wal_recycle')).toBe('off');
      expect(await setting(client, 'wal_init_zero')).toBe('on');
    });
  });

  test('listens on a socket that only its user can open, outside the data folder', async () => {
    const embedded = await startEmbedded({ folder: join(folder, 'database'), durable: false });
    const { host = '' } = embedded.pool;
    expect(statSync(host).mode & 0o777).toBe(0o700);
    expect(host.startsWith(folder)).toBe(false);
    expect(readdirSync(host)).toContain('.s.PGSQL.5432');
    await embedded.stop();
    expect(existsSync(host)).toBe(false);
  });

  test('after kill -9 in the middle of inserts every acknowledged row is there', async () => {
    const database = join(folder, 'database');
    const module = JSON.stringify(new URL('./embedded-database.ts', import.meta.url).href);
    const child = startChild(`
      const { startEmbedded } = await import(${module});
      const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))});
      const embedded = await startEmbedded({ folder: ${JSON.stringify(database)}, durable: true });
      const client = new pg.Client(embedded.pool);
      await client.connect();
      await client.query('CREATE TABLE numbers (n integer)');
      for (let n = 1; ; n += 1) {
        await client.query('INSERT INTO numbers VALUES ($1)', [n]);
        console.log(n);
      }
    `);
    let acknowledged = 0;
    while (acknowledged < 300) acknowledged = Number(await child.line());
    await child.kill();
    // Lines that were printed before the kill are acknowledged, too.
    for (let line = await child.line(); line !== null; line = await child.line()) {
      acknowledged = Number(line);
    }
    const stored = await withClient(true, async (client) => {
      return (await client.query('SELECT n FROM numbers ORDER BY n')).rows.map(({ n }) => n);
    });
    expect(stored.length).toBeGreaterThanOrEqual(acknowledged);
    expect(stored.slice(0, acknowledged)).toEqual(
      Array.from({ length: acknowledged }, (_, index) => index + 1),
    );
  });
});
