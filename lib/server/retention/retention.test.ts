import { expect, test } from 'vitest';
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
import { sweep } from './sweep.ts';

const day = 86_400_000;

describeOnEachDatabase('what is over is deleted', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const organisationId = await addOrganisation(database());
    const page = await house.help();
    const person = newPerson(organisationId);
    await page.ask('mailbox:open', person.opening);
    const member = await addMember(database(), organisationId);
    return { house, page, person, desk: await house.team(member.cookie) };
  }

  const counts = async () => {
    const db = database();
    return {
      mailboxes: await db.mailbox.count(),
      frames: await db.frame.count(),
      wraps: await db.conversationKeyWrap.count(),
      checkpoints: await db.checkpoint.count(),
      archive: await db.archiveRecord.count(),
    };
  };
  const nothing = { mailboxes: 0, frames: 0, wraps: 0, checkpoints: 0, archive: 0 };

  test('somebody whom nobody answered: after 14 days, and desks no longer show them', async () => {
    const { house, desk, person } = await scene();
    house.clock.ahead = 14 * day;
    await sweep(house.deps);
    expect(await counts()).toMatchObject({ mailboxes: 1, frames: 1 });
    house.clock.ahead = 15 * day;
    await sweep(house.deps);
    expect(await counts()).toEqual(nothing);
    expect(await desk.told('mailbox:gone')).toEqual([{ mailboxId: person.mailboxId }]);
  });

  test('a conversation: 30 days after it ended, with its keys, frames and archive', async () => {
    const { house, page, desk, person } = await scene();
    const { mailboxId } = person;
    await desk.ask('conversation:take', newTake(mailboxId));
    house.clock.ahead = 3 * 3_600_000;
    const archive = [{ i: 0, direction: 1 as const, blob: noise(600) }];
    await desk.ask('conversation:send', { ...newSend(mailboxId, 2), archive });
    await page.ask('chat:end', { last: newFrame() });
    house.clock.ahead = 30 * day;
    await sweep(house.deps);
    expect(await counts()).toMatchObject({ mailboxes: 1, wraps: 1, checkpoints: 1, archive: 1 });
    house.clock.ahead = 32 * day;
    await sweep(house.deps);
    expect(await counts()).toEqual(nothing);
  });

  test('whoever ended while waiting: the next day', async () => {
    const { house, page } = await scene();
    await page.ask('chat:end', {});
    expect(await counts()).toMatchObject({ mailboxes: 1, frames: 0 });
    house.clock.ahead = day;
    await sweep(house.deps);
    expect(await counts()).toEqual(nothing);
  });

  test('sessions and links whose time is over', async () => {
    const { house } = await scene();
    await database().invitation.create({
      data: { tokenHash: noise(32), roles: 0, expiresDay: 5 },
    });
    expect(await database().session.count()).toBe(1);
    house.clock.ahead = day;
    await sweep(house.deps);
    expect(await database().session.count()).toBe(0);
    expect(await database().invitation.count()).toBe(0);
  });
});
