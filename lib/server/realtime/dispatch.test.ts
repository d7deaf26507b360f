import { expect, test, vi } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { perPlace } from '../places.ts';
import { helpTable } from './help-table.ts';
import { teamTable } from './team-table.ts';
import { addMember, addOrganisation, newPerson, noise } from './test-people.ts';
import { useHouse } from './test-use-house.ts';

describeOnEachDatabase('whatever a connection sends', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const organisationId = await addOrganisation(database());
    const member = await addMember(database(), organisationId, 3);
    return {
      house,
      organisationId,
      member,
      page: await house.help(),
      desk: await house.team(member.cookie),
    };
  }

  test('unknown events get a code, are counted, and the connection lives', async () => {
    const { house, page, desk } = await scene();
    house.deps.counters.drain();
    for (const client of [page, desk]) {
      for (const event of ['', 'x', 'toString', '__proto__', 'constructor', 'mailbox:Open']) {
        expect(await client.ask(event, {})).toEqual({ ok: false, code: 'unknown_event' });
      }
      expect(client.socket.connected).toBe(true);
    }
    expect(house.deps.counters.drain()).toEqual({ event_unknown: 12 });
    expect(house.lines).toEqual([]);
  });

  test('malformed input to every event gets a code, is counted, and the connection lives', async () => {
    const { house, page, desk } = await scene();
    house.deps.counters.drain();
    const inputs = [undefined, null, 7, 'x', [], { mailboxId: 5 }, { extra: 1 }, noise(40)];
    let count = 0;
    for (const [client, table] of [
      [page, helpTable],
      [desk, teamTable],
    ] as const) {
      for (const event of Object.keys(table)) {
        for (const input of inputs) {
          const answer = await client.ask(event, input);
          expect(answer).toEqual({ ok: false, code: 'malformed' });
          count += 1;
        }
      }
      expect(client.socket.connected).toBe(true);
    }
    expect(house.deps.counters.drain()).toEqual({ event_malformed: count });
    expect(house.lines).toEqual([]);
  });

  test('an event without an acknowledgement, or with two arguments, ends nothing', async () => {
    const { page, organisationId } = await scene();
    const { opening } = newPerson(organisationId);
    page.socket.emit('mailbox:open', opening);
    page.socket.emit('nothing');
    expect(await page.socket.emitWithAck('mailbox:open', opening, opening)).toEqual({
      ok: false,
      code: 'malformed',
    });
    expect(await page.ask('chat:end', {})).toEqual({ ok: true });
  });

  test('above 96 KiB there is a code and the connection lives', async () => {
    const { house, desk } = await scene();
    const blobOf = (size: number) => ({ version: 2, blob: noise(size) });
    expect(await desk.ask('vault:store', blobOf(limits.vaultBytes))).toEqual({ ok: true });
    house.deps.counters.drain();
    const large = {
      after: 0,
      entries: [],
      seals: [],
      wraps: [],
      padding: noise(limits.eventBytes),
    };
    expect(await desk.ask('directory:append', large)).toEqual({ ok: false, code: 'malformed' });
    const seals = Array.from({ length: 80 }, (_, i) => ({
      epoch: i + 1,
      deviceId: 'ab'.repeat(16),
      blob: noise(limits.wrapBytes),
    }));
    const append = { after: 0, entries: [], seals, wraps: [] };
    expect(await desk.ask('directory:append', append)).toEqual({ ok: false, code: 'malformed' });
    expect(house.deps.counters.drain()).toEqual({ event_malformed: 2 });
    const fewer = { ...append, seals: seals.slice(0, 70) };
    expect(await desk.ask('directory:append', fewer)).toEqual({ ok: true });
  });

  test('a connection that joins without end is ended, and costs next to nothing', async () => {
    const { house } = await scene();
    const base = `${house.address}/socket.io/?EIO=4&transport=polling`;
    const { sid } = JSON.parse((await (await fetch(base)).text()).slice(1));
    const headers = { 'content-type': 'text/plain' };
    const body = Array.from({ length: 10_000 }, () => '40/help,').join('\x1e');
    const before = house.sockets();
    await fetch(`${base}&sid=${sid}`, { method: 'POST', headers, body });
    expect(house.sockets()).toBeLessThan(before + 20);
    await vi.waitFor(async () => expect((await fetch(`${base}&sid=${sid}`)).status).toBe(400));
    expect(house.sockets()).toBe(before);
  });

  test('a phone that loses its line forty times comes back each time', async () => {
    const { page, desk, organisationId } = await scene();
    for (const { socket } of [page, desk]) {
      socket.io.reconnectionDelay(1).reconnectionDelayMax(1);
      for (let lost = 0; lost < 40; lost += 1) {
        const back = new Promise((resolve) => socket.once('connect', () => resolve(null)));
        socket.io.engine.close();
        await back;
      }
    }
    const { opening } = newPerson(organisationId);
    expect(await page.ask('mailbox:open', opening)).toMatchObject({ ok: true });
    expect(await desk.ask('queue:read', {})).toMatchObject({ ok: true });
  });

  test('nobody can join a namespace that is none of ours', async () => {
    const { house } = await scene();
    await expect(house.refused('/')).resolves.toBe('unknown_event');
    await expect(house.refused('/nowhere')).resolves.toBe('Invalid namespace');
  });

  test('one place has its share of sockets, and another still gets one', async () => {
    const { house } = await scene();
    Object.assign(house.deps.env, { trustProxy: true });
    const from = async (address: string) => {
      const headers = { 'x-forwarded-for': `198.51.100.1, ${address}` };
      const path = `${house.address}/socket.io/?EIO=4&transport=polling`;
      return (await fetch(path, { headers })).status;
    };
    const asked = Array.from({ length: perPlace + 20 }, () => from('203.0.113.7'));
    const statuses = await Promise.all(asked);
    expect(statuses.filter((status) => status === 200)).toHaveLength(perPlace);
    expect(statuses.filter((status) => status === 403)).toHaveLength(20);
    expect(await from('203.0.113.8')).toBe(200);
    expect(house.deps.counters.drain()).toMatchObject({ connection_refused: 20 });
    expect(house.lines).toEqual([]);
  });

  test('above 1 MiB the transport closes, the client comes back, and nothing is lost', async () => {
    const { page, organisationId } = await scene();
    const person = newPerson(organisationId);
    await page.ask('mailbox:open', person.opening);
    const closed = new Promise((resolve) => page.socket.once('disconnect', resolve));
    page.socket.emit('frame:send', { frameId: 'ab'.repeat(16), blob: noise(1_100_000) });
    expect(await closed).toBe('transport close');
    await vi.waitFor(() => expect(page.socket.connected).toBe(true), { timeout: 5000 });
    const { mailboxId, token } = person;
    expect(await page.ask('mailbox:attach', { mailboxId, token })).toMatchObject({ place: 1 });
  });

  test('faster than a person could write is too many, and a moment later it is fine again', async () => {
    const { house, page } = await scene();
    const asked = Array.from({ length: 500 }, () => page.ask('chat:end', {}));
    const codes = (await Promise.all(asked)).map((answer) => answer.code);
    expect(codes.slice(0, 400)).not.toContain('too_many');
    expect(codes.slice(450)).toContain('too_many');
    house.clock.ahead += 60_000;
    expect(await page.ask('chat:end', {})).toEqual({ ok: false, code: 'not_attached' });
  });

  test('a fault of ours is answered, logged without what was sent, and the connection lives', async () => {
    const { house, page, organisationId } = await scene();
    const mutable = house.deps as { database: unknown };
    const { database: working } = house.deps;
    const planted = new Error('planted words');
    mutable.database = {
      $transaction: () => Promise.reject(planted),
    };
    const { opening } = newPerson(organisationId);
    expect(await page.ask('mailbox:open', opening)).toEqual({ ok: false, code: 'unavailable' });
    expect(house.lines.join()).toContain('socket_event');
    expect(house.lines.join()).not.toContain('planted words');
    mutable.database = working;
    expect(await page.ask('mailbox:open', opening)).toMatchObject({ ok: true });
  });

  test('what was sent before the connection broke is still done, and nobody counts as here', async () => {
    const { page, desk, organisationId } = await scene();
    const { opening, mailboxId } = newPerson(organisationId);
    page.socket.emit('mailbox:open', opening);
    page.socket.disconnect();
    await vi.waitFor(async () => {
      const { waiting } = await desk.ask('queue:read', {});
      expect(waiting).toMatchObject([{ mailboxId, presence: 'away' }]);
    });
  });
});
