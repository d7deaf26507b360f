import { expect, test, vi } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import {
  addMember,
  addOrganisation,
  newFrame,
  newPerson,
  newSend,
  newTake,
  noise,
} from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { foundBelow, slicesOf } from '../test-search-bytes.ts';
import { erasureOf, startErasing } from './erasure.ts';

const minute = 60_000;

describeOnEachDatabase('what was deleted leaves the disk', (database, folder) => {
  const openHouse = useHouse(database);

  /** A conversation with something in every table, and each blob that crossed the wire. */
  async function talk(house: Awaited<ReturnType<typeof openHouse>>) {
    const organisationId = await addOrganisation(database());
    const member = await addMember(database(), organisationId);
    const desk = await house.team(member.cookie);
    const page = await house.help();
    const { mailboxId, token, opening } = newPerson(organisationId);
    await page.ask('mailbox:open', opening);
    const take = newTake(mailboxId);
    await desk.ask('conversation:take', take);
    const steps = Array.from({ length: 12 }, (_, at) => ({
      ...newSend(mailboxId, at + 2),
      archive: [{ i: at, direction: 1 as const, blob: noise(600) }],
    }));
    const sent = Array.from({ length: 12 }, newFrame);
    for (const step of steps) {
      expect(await desk.ask('conversation:send', step)).toEqual({ ok: true });
    }
    for (const frame of sent) expect(await page.ask('frame:send', frame)).toEqual({ ok: true });
    // Only the sealed part of the first frame: its header of the tests is mostly zeros.
    const start = { blob: opening.first.blob.subarray(1208) };
    const frames = [start, take.claim, ...steps.map(({ frame }) => frame), ...sent];
    const blobs = [
      ...frames.map(({ blob }) => blob),
      ...[take.wrap.blob, take.checkpoint.blob, steps.at(-1)?.checkpoint.blob ?? noise(24)],
      ...steps.flatMap(({ archive }) => archive.map(({ blob }) => blob)),
    ];
    const needles = [...blobs.flatMap(slicesOf), Buffer.from(mailboxId)];
    return { page, deletion: { mailboxId, token, last: newFrame() }, needles };
  }

  const onDisk = (needles: Buffer[]) => foundBelow(folder(), needles).size;

  test('at the next quiet minute after "Delete everything", and nobody else’s does', async () => {
    const house = await openHouse();
    const gone = await talk(house);
    const stays = await talk(house);
    // What the database does by itself in the course of a day.
    await database().$executeRawUnsafe('ANALYZE');
    await database().$executeRawUnsafe('CHECKPOINT');
    expect(onDisk(gone.needles)).toBe(gone.needles.length);

    expect(await gone.page.ask('chat:delete', gone.deletion)).toEqual({ ok: true });
    expect(await erasureOf(house.deps).look()).toBe(false);
    await database().$executeRawUnsafe('CHECKPOINT');
    expect(onDisk(gone.needles)).toBeGreaterThan(gone.needles.length / 2);

    house.clock.ahead = minute;
    expect(await erasureOf(house.deps).look()).toBe(true);
    expect(onDisk(gone.needles)).toBe(0);
    expect(onDisk(slicesOf(gone.deletion.last.blob))).toBe(0);
    expect(onDisk(stays.needles)).toBeGreaterThan(stays.needles.length / 2);
    // Nothing is to be done until something is deleted again.
    house.clock.ahead = 5 * minute;
    expect(await erasureOf(house.deps).look()).toBe(false);
    expect(await stays.page.ask('frame:send', newFrame())).toEqual({ ok: true });

    // And the running server looks by itself.
    expect(await stays.page.ask('chat:delete', stays.deletion)).toEqual({ ok: true });
    house.clock.ahead = 10 * minute;
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const stop = startErasing(house.deps);
    vi.advanceTimersByTime(minute / 4);
    vi.useRealTimers();
    await stop();
    expect(onDisk(stays.needles)).toBe(0);
  });

  test('no column of a table that refers to a mailbox is sampled, and none has a time', async () => {
    const columns = await database().$queryRaw<{ at: string; type: string; sampled: boolean }[]>`
      SELECT c.relname || '.' || a.attname AS at, t.typname AS type,
        coalesce(a.attstattarget, -1) <> 0 AS sampled
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND c.relnamespace = current_schema()::regnamespace
        AND (c.relname = 'Mailbox' OR EXISTS (SELECT FROM pg_attribute m
          WHERE m.attrelid = c.oid AND m.attname = 'mailboxId'))`;
    expect(columns.map(({ at }) => at)).toContain('Frame.blob');
    const personal = columns.filter(
      ({ at, type }) => type === 'bytea' || /^Mailbox\.id$|\.mailboxId$|^Frame\.id$/.test(at),
    );
    expect(personal.filter(({ sampled }) => sampled)).toEqual([]);
    expect(columns.filter(({ type }) => /^(date|time|interval)/.test(type))).toEqual([]);
    // The same question finds a time where there is one.
    const [session] = await database().$queryRaw<{ type: string }[]>`
      SELECT t.typname AS type FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = '"Session"'::regclass AND a.attname = 'expiresAt'`;
    expect(session?.type).toMatch(/^(date|time|interval)/);
  });
});
