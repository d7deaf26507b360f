import { expect, test } from 'vitest';
import { emptyDirectory } from '#lib/crypto/organisation/directory.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import type { TestClient } from '../realtime/test-house.ts';
import { addMember, newPerson } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const heard = async (page: TestClient) =>
  (await page.told('queue:attendance')).map(({ attendance }) => attendance);

describeOnEachDatabase('whoever waits', (database) => {
  const openHouse = useHouse(database);

  async function scene(kind: 'real' | 'demo') {
    const house = await openHouse(kind, kind === 'real');
    const organisation = async () => {
      const founded = foundOrganisation(house.deps.now());
      const { organisationId, adminCert, roots } = founded;
      await database().organisation.create({
        data: {
          ...{ id: organisationId, siteVersion: 1, directoryLength: 0, adminCert },
          siteEntry: founded.siteEntry(1),
          directoryHead: Uint8Array.from(emptyDirectory(roots).head),
        },
      });
      const member = (roles: number) => addMember(database(), organisationId, roles);
      const atDesk = async (cookie: string) => {
        const client = await house.team(cookie);
        await client.ask('desk:open', {});
        return client;
      };
      const supervisor = await house.team((await member(2)).cookie);
      const counsellor = await member(1);
      const desk = await atDesk(counsellor.cookie);
      const waits = async () => {
        const page = await house.help();
        const person = newPerson(organisationId);
        return { page, person, answer: await page.ask('mailbox:open', person.opening) };
      };
      return { founded, member, atDesk, supervisor, counsellor, desk, waits };
    };
    return { house, organisation };
  }

  test('hears that nobody is there any more, and that somebody is again; nobody else does', async () => {
    const { house, organisation } = await scene('real');
    const [here, other] = [await organisation(), await organisation()];
    const [waiting, elsewhere] = [await here.waits(), await other.waits()];
    expect(waiting.answer).toMatchObject({ ok: true, attendance: 'here' });
    const stranger = await house.help();

    // A server that was just started waits for desks to come back before it says that nobody is there.
    await house.post('/api/sign-out', {}, here.counsellor.cookie);
    expect((await here.supervisor.ask('duty:read', {})).state).toBe('no_counsellor');
    const { mailboxId, token } = waiting.person;
    const early = await (await house.help()).ask('mailbox:attach', { mailboxId, token });
    expect(early).toMatchObject({ ok: true, attendance: 'here' });
    house.clock.ahead = 31_000;
    await here.supervisor.ask('duty:reachable', { minutes: 0 });
    await expect.poll(() => heard(waiting.page)).toEqual(['nobody']);
    const again = await (await house.help()).ask('mailbox:attach', { mailboxId, token });
    expect(again).toMatchObject({ ok: true, attendance: 'nobody' });

    await here.atDesk((await here.member(1)).cookie);
    await expect.poll(() => heard(waiting.page)).toEqual(['nobody', 'here']);
    // A third one at a desk is no news.
    await here.atDesk((await here.member(1)).cookie);
    expect(await heard(waiting.page)).toEqual(['nobody', 'here']);
    for (const page of [elsewhere.page, stranger, here.supervisor, other.supervisor])
      expect(await heard(page)).toEqual([]);
  });

  test('hears that the door was closed, not that it is about to be', async () => {
    const { organisation } = await scene('demo');
    const { founded, supervisor, waits } = await organisation();
    const { page } = await waits();
    const publish = (version: number, hours: Parameters<typeof founded.siteEntry>[3]) =>
      supervisor.ask('organisation:publish', {
        siteEntry: founded.siteEntry(version, undefined, undefined, hours),
        adminCert: founded.adminCert,
      });
    const until = Math.ceil(Date.now() / 60_000) + 20;
    const noWeek = { week: [[], [], [], [], [], [], []] };
    const soon = { ...noWeek, byHand: { state: 'open' as const, until }, lastIntake: 30 };
    expect(await publish(2, soon)).toEqual({ ok: true });
    expect(await publish(3, { byHand: { state: 'closed', until: null } })).toEqual({ ok: true });
    await expect.poll(() => heard(page)).toEqual(['closed']);
    expect(await publish(4, {})).toEqual({ ok: true });
    await expect.poll(() => heard(page)).toEqual(['closed', 'here']);
  });
});
