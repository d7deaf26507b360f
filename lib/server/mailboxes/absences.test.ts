import { expect, onTestFinished, test, vi } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { openTestHouse } from '../realtime/test-house.ts';
import { newPerson } from '../realtime/test-people.ts';
import { useHelpScenes } from './test-scenes.ts';
import { endTheAbandoned, tellWhoIsAway } from './watch-absences.ts';

const hour = 3_600_000;

describeOnEachDatabase('a phone that was put away', (database) => {
  const { scene, takenScene } = useHelpScenes(database);

  const states = async () =>
    (await database().mailbox.findMany({ select: { state: true } })).map(({ state }) => state);

  test('keeps its chat for a day, and is told apart from one that came back in between', async () => {
    const { house, page, desk, colleague, person } = await takenScene();
    const { mailboxId, token } = person;
    page.socket.disconnect();
    await vi.waitFor(async () =>
      expect(await desk.told('person:presence')).toContainEqual({ mailboxId, presence: 'away' }),
    );
    await endTheAbandoned(house.deps);
    house.clock.ahead = 23 * hour;
    await endTheAbandoned(house.deps);
    expect(await states()).toEqual(['open']);
    const back = await house.help();
    expect(await back.ask('mailbox:attach', { mailboxId, token })).toMatchObject({ state: 'open' });
    back.socket.disconnect();
    await vi.waitFor(async () => expect((await desk.told('person:presence')).length).toBe(3));
    house.clock.ahead = 25 * hour;
    await endTheAbandoned(house.deps);
    house.clock.ahead = 48 * hour;
    await endTheAbandoned(house.deps);
    expect(await states()).toEqual(['open']);
    house.clock.ahead = 49 * hour;
    await endTheAbandoned(house.deps);
    expect(await states()).toEqual(['closed']);
    expect(await desk.told('conversation:closed')).toEqual([{ mailboxId }]);
    expect(await colleague.told('conversation:closed')).toEqual([]);
  });

  test('leaves the queue after a day, and whoever looks at the page stays', async () => {
    const { house, page, desk, person, ours } = await scene();
    await page.ask('mailbox:open', person.opening);
    const next = await house.help();
    const second = newPerson(ours);
    await next.ask('mailbox:open', second.opening);
    page.socket.disconnect();
    await vi.waitFor(async () => expect((await desk.told('person:presence')).length).toBe(1));
    await endTheAbandoned(house.deps);
    house.clock.ahead = 24 * hour;
    await endTheAbandoned(house.deps);
    expect(await desk.told('mailbox:gone')).toEqual([{ mailboxId: person.mailboxId }]);
    expect(await next.told('queue:moved')).toEqual([{ place: 1 }]);
    expect((await states()).sort()).toEqual(['closed', 'waiting']);
  });

  test('after a restart nobody is called away for half a minute', async () => {
    const first = await takenScene();
    const { mailboxId } = first.person;
    // Another server on the same database, to which nobody has come back yet.
    const again = await openTestHouse(database());
    onTestFinished(() => again.close());
    const desk = await again.team(first.member.cookie);
    const presence = async () =>
      (await desk.ask('conversation:read', {})).conversations[0]?.presence;
    expect(await presence()).toBe('unknown');
    await tellWhoIsAway(again.deps);
    expect(await desk.told('person:presence')).toEqual([]);
    again.clock.ahead = 31_000;
    await tellWhoIsAway(again.deps);
    expect(await desk.told('person:presence')).toEqual([{ mailboxId, presence: 'away' }]);
    expect(await presence()).toBe('away');
  });
});
