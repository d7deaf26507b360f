import { expect, test } from 'vitest';
import type { Database } from '../db/database.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { countByTheHour } from '../hourly.ts';
import {
  addMember,
  addOrganisation,
  newCheckpoint,
  newFrame,
  newPerson,
  newSend,
  newTake,
  noise,
} from './test-people.ts';
import { useHouse } from './test-use-house.ts';

const agent = 'agent-of-somebody-7715';
const headers = { 'user-agent': agent, 'x-forwarded-for': '203.0.113.77, 2001:db8::7715' };

type Row = { table: string; row: string };

/** Every row of every table, as JSON; bytes as hexadecimal digits. */
async function everyRow(database: Database): Promise<Row[]> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`;
  const rows = tables.map(async ({ name }) => {
    const found = await database.$queryRawUnsafe<{ row: string }[]>(
      `SELECT row_to_json(t)::text AS row FROM "${name}" t`,
    );
    return found.map(({ row }) => ({ table: name, row }));
  });
  return (await Promise.all(rows)).flat();
}

const hex = (text: string) => Buffer.from(text).toString('hex');
const address = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}\b/i;
const writtenTime = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** Whether a text tells of somebody: an address, the browser, or a time that is finer than a day. */
function tells(text: string): boolean {
  const said = [agent, '203.0.113.77', '2001:db8', '7f000001'];
  if (said.some((one) => text.includes(one) || text.includes(hex(one)))) return true;
  if (address.test(text) || writtenTime.test(text)) return true;
  const now = Date.now();
  const units = [1, 1000, 60_000, 3_600_000].map((ms) => ({ at: now / ms, off: 86_400_000 / ms }));
  const numbers = (text.match(/(?<![\w"\\])\d{5,}(?![\w"])/g) ?? []).map(Number);
  return numbers.some((number) => units.some(({ at, off }) => Math.abs(number - at) < 60 * off));
}

describeOnEachDatabase('where somebody came from, with what, and when', (database) => {
  const openHouse = useHouse(database);

  test('stands in no row that refers to their mailbox, and in no line of the log', async () => {
    const house = await openHouse();
    const organisationId = await addOrganisation(database());
    const member = await addMember(database(), organisationId);
    const person = newPerson(organisationId);
    const page = await house.help(headers);
    const desk = await house.team(member.cookie);
    await fetch(`${house.address}/site.bin`, { headers });
    await page.ask('mailbox:open', person.opening);
    await page.ask('frame:send', { frameId: 'malformed' });
    await desk.ask('conversation:take', newTake(person.mailboxId));
    const archive = [{ i: 0, direction: 1 as const, blob: noise(600) }];
    await desk.ask('conversation:send', { ...newSend(person.mailboxId, 2), archive });
    const checkpoint = newCheckpoint(3);
    const { mailboxId } = person;
    await desk.ask('conversation:confirm', { mailboxId, checkpoint, received: [], archive: [] });
    await page.ask('frame:send', newFrame());
    const waiting = newPerson(organisationId);
    await (await house.help(headers)).ask('mailbox:open', waiting.opening);

    const rows = await everyRow(database());
    const ids = [mailboxId, waiting.mailboxId];
    const theirs = rows.filter(({ row }) => ids.some((id) => row.includes(id)));
    const tables = ['ArchiveRecord', 'Checkpoint', 'ConversationKeyWrap', 'Frame', 'Mailbox'];
    expect([...new Set(theirs.map(({ table }) => table))].sort()).toEqual(tables);
    expect(theirs.filter(({ row }) => tells(row))).toEqual([]);
    // The same search finds the time of a member's session, and an address where one is written.
    expect(rows.filter(({ row }) => tells(row)).map(({ table }) => table)).toEqual(['Session']);
    await database().member.updateMany({ data: { displayName: 'at 198.51.100.23' } });
    const planted = (await everyRow(database())).filter(({ row }) => tells(row));
    expect(planted.map(({ table }) => table).sort()).toEqual(['Member', 'Session']);
    for (const ms of [1, 1000, 60_000, 3_600_000]) {
      expect(tells(`{"n":${Math.floor(Date.now() / ms)}}`)).toBe(true);
    }
    expect(tells(`{"openedDay":${Math.floor(Date.now() / 86_400_000)}}`)).toBe(false);

    // Counted by the hour; a line's own time is that of the hour.
    countByTheHour(house.deps.counters, house.deps.log)();
    const lines = house.lines.map((line) => line.replace(/"time":"[^"]*"/, ''));
    expect(lines.join()).toContain('"mailbox_opened":2');
    expect(lines.filter(tells)).toEqual([]);
  });
});
