import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkAuditChain } from '#lib/crypto/organisation/audit-chain.ts';
import { emptyDirectory, nextHead } from '#lib/crypto/organisation/directory.ts';
import { openSite } from '#lib/crypto/organisation/site-file.ts';
import { hourOf } from '../days.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { type Founded, foundOrganisation } from './test-organisation.ts';

const hourMs = 3_600_000;
const notAllowed = { ok: false, code: 'not_allowed' };

describeOnEachDatabase('an organisation', (database) => {
  const openHouse = useHouse(database);

  /** Puts an organisation into the database with the entries of its first day. */
  async function store(founded: Founded, entries: readonly Uint8Array<ArrayBuffer>[]) {
    const organisation = { id: founded.organisationId, siteVersion: 1, directoryLength: 0 };
    const { adminCert } = founded;
    const siteEntry = founded.siteEntry(1);
    const directoryHead = Uint8Array.from(emptyDirectory(founded.roots).head);
    await database().organisation.create({
      data: { ...organisation, siteEntry, adminCert, directoryHead },
    });
    return { after: 0, entries, seals: [], wraps: [] };
  }

  async function scene() {
    const house = await openHouse();
    const now = house.deps.now();
    const founded = foundOrganisation(now);
    const append = await store(founded, [
      founded.adminCert,
      founded.keyOfficer.cert,
      founded.teamEpoch(1),
    ]);
    const { organisationId } = founded;
    const supervisor = await house.team((await addMember(database(), organisationId, 3)).cookie);
    const counsellor = await house.team((await addMember(database(), organisationId, 1)).cookie);
    return { house, now, founded, organisationId, append, supervisor, counsellor };
  }

  test('the directory is appended in order, and everyone of the organisation hears of it', async () => {
    const { founded, append, supervisor, counsellor } = await scene();
    expect(await supervisor.ask('directory:append', append)).toEqual({ ok: true });
    expect(await counsellor.told('directory:appended')).toEqual([{ length: 3 }]);
    const more = { ...append, after: 3, entries: [founded.teamEpoch(2, 24)] };
    const behind = { ...more, after: 2 };
    expect(await counsellor.ask('directory:append', behind)).toEqual({ ok: false, code: 'stale' });
    expect(await counsellor.ask('directory:append', more)).toEqual({ ok: true });
    const all = await counsellor.ask('directory:read', { from: 0 });
    expect(all.entries).toEqual([...append.entries, ...more.entries]);
    const rest = await counsellor.ask('directory:read', { from: 3 });
    expect(rest.entries).toEqual(more.entries);
    expect(rest.adminCert).toEqual(founded.adminCert);
  });

  test('of two that append at the same time one is told to read again', async () => {
    const { founded, append, supervisor, counsellor } = await scene();
    await supervisor.ask('directory:append', append);
    const answers = await Promise.all(
      [supervisor, counsellor].map((client) =>
        client.ask('directory:append', {
          ...append,
          after: 3,
          entries: [founded.teamEpoch(2)],
        }),
      ),
    );
    expect(answers.map((answer) => answer.code).sort()).toEqual(['stale', undefined]);
    expect(await database().directoryEntry.count()).toBe(4);
  });

  test('the head of its directory is the one that members compute', async () => {
    const { founded, append, supervisor } = await scene();
    await supervisor.ask('directory:append', append);
    const expected = append.entries.reduce<Uint8Array>(
      (head, entry, i) => nextHead(head, i + 1, entry),
      emptyDirectory(founded.roots).head,
    );
    const stored = await database().organisation.findFirstOrThrow();
    expect(Uint8Array.from(stored.directoryHead)).toEqual(Uint8Array.from(expected));
  });

  test('a counsellor appends epochs and no certificate; nobody appends for others', async () => {
    const { now, founded, append, supervisor, counsellor } = await scene();
    const withCert = { ...append, entries: [founded.device(1).cert] };
    expect(await counsellor.ask('directory:append', append)).toEqual(notAllowed);
    expect(await counsellor.ask('directory:append', withCert)).toEqual(notAllowed);
    const foreign = { ...append, entries: [foundOrganisation(now).teamEpoch(1)] };
    expect(await supervisor.ask('directory:append', foreign)).toEqual(notAllowed);
    const garbage = { ...append, entries: [noise(200)] };
    expect(await supervisor.ask('directory:append', garbage)).toEqual({
      ok: false,
      code: 'malformed',
    });
    expect(await database().directoryEntry.count()).toBe(0);
  });

  test('keys are handed to the organisation’s own members, by device, the newest of each', async () => {
    const { house, now, append, supervisor, counsellor } = await scene();
    const [deviceId, otherDevice] = [newId(), newId()];
    const [old, fresh] = [noise(1224), noise(1224)];
    const wrap = { what: 'store', epoch: 1, deviceId, senderDeviceId: otherDevice, blob: old };
    const seal = { epoch: 1, deviceId, blob: old };
    const other = { epoch: 1, deviceId: otherDevice, blob: old };
    await supervisor.ask('directory:append', { ...append, seals: [seal, other], wraps: [wrap] });
    await supervisor.ask('directory:append', {
      after: 3,
      entries: [],
      seals: [{ ...seal, blob: fresh }],
      wraps: [],
    });
    const keys = await counsellor.ask('keys:read', { deviceId, fromEpoch: 0 });
    expect(keys).toEqual({ ok: true, seals: [{ ...seal, blob: fresh }], wraps: [wrap] });
    const later = await counsellor.ask('keys:read', { deviceId, fromEpoch: 2 });
    expect(later.seals).toEqual([]);
    const elsewhere = foundOrganisation(now);
    await store(elsewhere, []);
    const stranger = await addMember(database(), elsewhere.organisationId);
    const desk = await house.team(stranger.cookie);
    const nothing = { ok: true, seals: [], wraps: [] };
    expect(await desk.ask('keys:read', { deviceId, fromEpoch: 0 })).toEqual(nothing);
  });

  test('the public file shows it as a person’s page accepts it, and follows each change', async () => {
    const { house, now, append, supervisor } = await scene();
    const read = async () => openSite(await house.get('/site.bin'), { nowHour: hourOf(now) });
    const closed = await read();
    expect(closed.organisations).toHaveLength(1);
    expect(closed.organisations[0]?.team).toBeNull();
    await supervisor.ask('directory:append', append);
    const open = await read();
    expect(open.refused).toEqual([]);
    expect(open.organisations[0]?.team?.teamEpoch.epoch).toBe(1);
    const { siteId } = await database().installation.findFirstOrThrow();
    expect(open.siteId).toEqual(Uint8Array.from(siteId));
  });

  test('the epoch that people write to changes on the hour, without anybody doing anything', async () => {
    const { house, now, founded, append, supervisor } = await scene();
    await supervisor.ask('directory:append', {
      ...append,
      entries: [...append.entries, founded.teamEpoch(2, 24), founded.teamEpoch(3, 48)],
    });
    const epochAt = async (hours: number) => {
      house.clock.ahead = hours * hourMs;
      const nowHour = hourOf(now) + hours;
      const site = openSite(await house.get('/site.bin'), { nowHour });
      return site.organisations[0]?.team?.teamEpoch.epoch ?? null;
    };
    expect(await epochAt(0)).toBe(1);
    expect(await epochAt(23)).toBe(1);
    expect(await epochAt(24)).toBe(2);
    expect(await epochAt(49)).toBe(3);
    expect(await epochAt(96)).toBeNull();
  });

  test('after an emergency the newest key is served, though others are valid as well', async () => {
    const { house, now, founded, append, supervisor } = await scene();
    const officer = founded.device();
    const entries = [...append.entries, founded.teamEpoch(2, 24), officer.cert];
    const emergency = founded.teamEpoch(3, 0, officer);
    await supervisor.ask('directory:append', { ...append, entries: [...entries, emergency] });
    const site = openSite(await house.get('/site.bin'), { nowHour: hourOf(now) });
    expect(site.organisations[0]?.team?.teamEpoch.epoch).toBe(3);
  });

  test('hours, open and closed by hand, new team keys and a new admin stand in its log', async () => {
    const { founded, organisationId, append, supervisor, counsellor } = await scene();
    const { adminCert } = founded;
    const publish = (version: number, name: string, hours: object = {}) =>
      supervisor.ask('organisation:publish', {
        siteEntry: founded.siteEntry(version, name, undefined, hours),
        adminCert,
      });
    expect(await publish(2, 'Two')).toEqual({ ok: true });
    const open = { state: 'open', until: 29_000_000 };
    await publish(3, 'Two', { byHand: open });
    await publish(4, 'Two', { byHand: { state: 'closed', until: null } });
    await publish(5, 'Two');
    // Refused, and nothing is told.
    await publish(5, 'Six');
    await supervisor.ask('directory:append', append);
    // What every browser does in the background leaves no entry.
    const later = { ...append, after: 3, entries: [founded.teamEpoch(2, 24)] };
    expect(await counsellor.ask('directory:append', later)).toEqual({ ok: true });
    const release = { ...append, after: 4, entries: [founded.releaseEpoch(7)] };
    expect(await supervisor.ask('directory:append', release)).toEqual({ ok: true });
    const [deviceId, senderDeviceId] = [newId(), newId()];
    const wraps = [{ what: 'store', epoch: 2, deviceId, senderDeviceId, blob: noise(1224) }];
    const replaced = { ...append, after: 5, entries: [founded.releaseEpoch(8)], wraps };
    expect(await supervisor.ask('directory:append', replaced)).toEqual({ ok: true });
    const { entries } = await supervisor.ask('audit:read', { from: 0 });
    const told = entries.map((entry: { action: string; about: { ref: string } }) => [
      entry.action,
      entry.about.ref,
    ]);
    expect(told).toEqual([
      ['record.published', '2'],
      ['hours.by_hand', 'open'],
      ['hours.by_hand', 'closed'],
      ['hours.by_hand', 'table'],
      ['admin.certified', expect.stringMatching(/^[0-9a-f]{16}$/)],
      ['keys.replaced', '8'],
    ]);
    expect(checkAuditChain(organisationId, entries)).toMatchObject({ ok: true, count: 6 });
  });

  test('its public record is replaced by newer ones only, and by supervisors only', async () => {
    const { house, now, founded, supervisor, counsellor } = await scene();
    const { adminCert } = founded;
    const publish = (version: number, name: string) => ({
      siteEntry: founded.siteEntry(version, name),
      adminCert,
    });
    expect(await counsellor.ask('organisation:publish', publish(2, 'Two'))).toEqual(notAllowed);
    const older = await supervisor.ask('organisation:publish', publish(1, 'Again'));
    expect(older).toEqual({ ok: false, code: 'stale' });
    const foreign = foundOrganisation(now);
    const other = { siteEntry: foreign.siteEntry(9), adminCert: foreign.adminCert };
    expect(await supervisor.ask('organisation:publish', other)).toEqual({
      ok: false,
      code: 'malformed',
    });
    const before = createHash('sha256')
      .update(await house.get('/site.bin'))
      .digest('hex');
    expect(await supervisor.ask('organisation:publish', publish(3, 'Three'))).toEqual({ ok: true });
    expect(await counsellor.told('organisation:published')).toEqual([{}]);
    const site = openSite(await house.get('/site.bin'), { nowHour: hourOf(now) });
    expect(site.organisations[0]?.entry.version).toBe(3);
    const after = createHash('sha256')
      .update(await house.get('/site.bin'))
      .digest('hex');
    expect(after).not.toBe(before);
  });
});
