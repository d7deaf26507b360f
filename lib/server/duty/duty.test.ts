import { expect, test } from 'vitest';
import { emptyDirectory } from '#lib/crypto/organisation/directory.ts';
import { parseSiteFile } from '#lib/crypto/organisation/site-file.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { openTestHouse, type TestClient } from '../realtime/test-house.ts';
import { addMember, newPerson } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { sweep } from '../retention/sweep.ts';
import { onDutyOf } from './on-duty.ts';

const minuteMs = 60_000;
const off = { ok: false, code: 'nobody_on_duty' };

describeOnEachDatabase('being on duty', (database) => {
  const openHouse = useHouse(database);

  async function scene(kind: 'real' | 'demo' = 'real') {
    const house = await openHouse(kind, kind === 'real');
    const founded = foundOrganisation(house.deps.now());
    const { organisationId, adminCert } = founded;
    await database().organisation.create({
      data: {
        ...{ id: organisationId, siteVersion: 1, directoryLength: 0, adminCert },
        siteEntry: founded.siteEntry(1),
        directoryHead: Uint8Array.from(emptyDirectory(founded.roots).head),
      },
    });
    const member = (roles: number) => addMember(database(), organisationId, roles);
    /** A counsellor's browser with the desk open. */
    const atDesk = async (cookie: string) => {
      const client = await house.team(cookie);
      await client.ask('desk:open', {});
      return client;
    };
    const open = async (person = newPerson(organisationId)) =>
      (await house.help()).ask('mailbox:open', person.opening);
    const flag = async () => parseSiteFile(await house.get('/site.bin')).parts[0]?.onDuty;
    const stateFor = async (client: TestClient) => (await client.ask('duty:read', {})).state;
    return { house, founded, organisationId, member, atDesk, open, flag, stateFor };
  }

  test('lets people in only while a counsellor at the desk and a second person, a supervisor, are there', async () => {
    const { house, member, atDesk, open, flag, stateFor } = await scene();
    expect(await open()).toEqual(off);
    expect(await flag()).toBe(false);
    // One person who is both is not two.
    const both = await atDesk((await member(3)).cookie);
    expect(await stateFor(both)).toBe('one_person');
    expect(await open()).toEqual(off);
    const supervisor = await house.team((await member(2)).cookie);
    expect(await stateFor(supervisor)).toBe('open');
    expect((await both.told('duty:changed')).at(-1)).toMatchObject({ state: 'open' });
    expect(await flag()).toBe(true);
    expect(await open()).toMatchObject({ ok: true });
  });

  test('a counsellor who only looks into the office is not at the desk', async () => {
    const { house, member, stateFor, open } = await scene();
    await house.team((await member(1)).cookie);
    const supervisor = await house.team((await member(2)).cookie);
    expect(await stateFor(supervisor)).toBe('no_counsellor');
    expect(await open()).toEqual(off);
  });

  test('a laptop has two minutes to come back, and whoever waits keeps their place', async () => {
    const { house, organisationId, member, atDesk, open, flag, stateFor } = await scene();
    const supervisor = await house.team((await member(2)).cookie);
    const desk = await atDesk((await member(1)).cookie);
    const early = newPerson(organisationId);
    expect(await open(early)).toMatchObject({ place: 1 });
    desk.socket.disconnect();
    await supervisor.settle();
    await expect.poll(() => stateFor(supervisor)).toBe('open');
    house.clock.ahead = 2 * minuteMs - 5000;
    expect(await flag()).toBe(true);
    house.clock.ahead = 2 * minuteMs + 5000;
    expect(await flag()).toBe(false);
    expect(await stateFor(supervisor)).toBe('no_counsellor');
    expect(await open()).toEqual(off);
    expect(await open(early)).toMatchObject({ ok: true, place: 1 });
  });

  test('whoever signs out is gone at once', async () => {
    const { house, member, atDesk, stateFor } = await scene();
    const supervisor = await house.team((await member(2)).cookie);
    const counsellor = await member(1);
    await atDesk(counsellor.cookie);
    expect(await stateFor(supervisor)).toBe('open');
    await house.post('/api/sign-out', {}, counsellor.cookie);
    await expect.poll(() => stateFor(supervisor)).toBe('no_counsellor');
  });

  test('a supervisor can be reachable without a screen, for a while', async () => {
    const { house, organisationId, member, atDesk, open, stateFor } = await scene();
    const desk = await atDesk((await member(1)).cookie);
    const cookie = (await member(2)).cookie;
    const supervisor = await house.team(cookie);
    expect(await supervisor.ask('duty:reachable', { minutes: 721 })).toMatchObject({
      code: 'malformed',
    });
    expect(await desk.ask('duty:reachable', { minutes: 60 })).toMatchObject({
      code: 'not_allowed',
    });
    expect(await supervisor.ask('duty:reachable', { minutes: 60 })).toEqual({ ok: true });
    supervisor.socket.disconnect();
    house.clock.ahead = 30 * minuteMs;
    const { reachableUntil } = await desk.ask('duty:read', {});
    const stored = await database().organisation.findUniqueOrThrow({
      where: { id: organisationId },
    });
    expect(stored.reachableUntil).toBe(reachableUntil);
    expect(await open()).toMatchObject({ ok: true });
    house.clock.ahead = 62 * minuteMs;
    expect(await desk.ask('duty:read', {})).toMatchObject({
      state: 'no_supervisor',
      reachableUntil: null,
    });
    const again = await house.team(cookie);
    await again.ask('duty:reachable', { minutes: 60 });
    await again.ask('duty:reachable', { minutes: 0 });
    expect(await stateFor(again)).toBe('open');
    await house.post('/api/sign-out', {}, cookie);
    await expect.poll(() => stateFor(desk)).toBe('no_supervisor');
  });

  test('a restart forgets neither the minute nor who it was: one person with both roles stays one', async () => {
    const { house, organisationId, member } = await scene();
    const [both, counsellor] = [await member(3), await member(1)];
    const before = await house.team(both.cookie);
    expect(await before.ask('duty:reachable', { minutes: 60 })).toEqual({ ok: true });
    const { reachableUntil } = await before.ask('duty:read', {});
    expect(reachableUntil).toBeGreaterThan(house.deps.now() / minuteMs + 58);
    await house.close();

    const again = await openTestHouse(database(), 'real', true);
    const open = async () =>
      (await again.help()).ask('mailbox:open', newPerson(organisationId).opening);
    const duty = async (client: TestClient) => client.ask('duty:read', {});
    try {
      const desk = await again.team(both.cookie);
      await desk.ask('desk:open', {});
      expect(await duty(desk)).toEqual({ ok: true, state: 'one_person', reachableUntil });
      expect(await open()).toEqual(off);
      desk.socket.disconnect();
      // Somebody else at the desk: now there are two, and one of them is nowhere but on the phone.
      const other = await again.team(counsellor.cookie);
      await other.ask('desk:open', {});
      again.clock.ahead = 3 * minuteMs;
      expect(await duty(other)).toEqual({ ok: true, state: 'open', reachableUntil });
      expect(await open()).toMatchObject({ ok: true });
      // Whoever is suspended is not reachable any more.
      await database().member.update({
        where: { id: both.memberId },
        data: { status: 'suspended' },
      });
      onDutyOf(again.deps).standingChanged(organisationId);
      expect(await duty(other)).toMatchObject({ state: 'no_supervisor', reachableUntil: null });
    } finally {
      await again.close();
    }
  });

  test('who could be called is forgotten the day after', async () => {
    const { house, organisationId, member } = await scene();
    const supervisor = await house.team((await member(2)).cookie);
    await supervisor.ask('duty:reachable', { minutes: 60 });
    const stored = () =>
      database().organisation.findUniqueOrThrow({
        where: { id: organisationId },
        select: { reachableUntil: true, reachableBy: true },
      });
    await sweep(house.deps);
    expect(await stored()).toMatchObject({ reachableBy: expect.any(String) });
    house.clock.ahead = 62 * minuteMs;
    await sweep(house.deps);
    expect(await stored()).toEqual({ reachableUntil: null, reachableBy: null });
  });

  test('who is reachable and sits at the desk is still one person', async () => {
    const { member, atDesk, stateFor } = await scene();
    const both = await atDesk((await member(3)).cookie);
    await both.ask('duty:reachable', { minutes: 60 });
    expect(await stateFor(both)).toBe('one_person');
  });

  test('the public file changes only with the answer, and is the same for everyone', async () => {
    const { house, member, atDesk, flag } = await scene();
    const before = await house.get('/site.bin');
    await house.team((await member(2)).cookie);
    expect(await house.get('/site.bin')).toEqual(before);
    await atDesk((await member(1)).cookie);
    expect(await flag()).toBe(true);
    const open = await house.get('/site.bin');
    // One byte says it; a third colleague changes nothing.
    expect(open.length).toBe(before.length);
    expect(open.filter((byte, i) => byte !== before[i])).toHaveLength(1);
    await atDesk((await member(1)).cookie);
    expect(await house.get('/site.bin')).toEqual(open);
  });

  test('a demo is open whether or not somebody is signed in', async () => {
    const { open, flag } = await scene('demo');
    expect(await flag()).toBe(true);
    expect(await open()).toMatchObject({ ok: true });
  });

  test('a closed door and the last minutes before closing let nobody new in', async () => {
    const { house, founded, organisationId, member, open } = await scene('demo');
    const supervisor = await house.team((await member(2)).cookie);
    const now = house.deps.now();
    const { adminCert } = founded;
    const publish = (version: number, hours: Parameters<typeof founded.siteEntry>[3]) =>
      supervisor.ask('organisation:publish', {
        siteEntry: founded.siteEntry(version, undefined, undefined, hours),
        adminCert,
      });
    const early = newPerson(organisationId);
    expect(await open(early)).toMatchObject({ ok: true });
    const until = Math.ceil(now / minuteMs) + 20;
    await publish(2, { week: [[], [], [], [], [], [], []], byHand: { state: 'open', until } });
    expect(await open()).toMatchObject({ ok: true });
    await publish(3, {
      ...{ week: [[], [], [], [], [], [], []], byHand: { state: 'open', until } },
      lastIntake: 30,
    });
    expect(await open()).toEqual({ ok: false, code: 'not_open' });
    expect(await open(early)).toMatchObject({ ok: true });
    await publish(4, { byHand: { state: 'closed', until: null } });
    expect(await open()).toEqual({ ok: false, code: 'not_open' });
  });
});
