import { expect } from 'vitest';
import type { Database } from '../db/database.ts';
import { addMember, addOrganisation, newPerson, newTake } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

/** Beginnings of the tests about a counsellor's desk. */
export function useDeskScenes(database: () => Database) {
  const openHouse = useHouse(database);

  /** Somebody waits for one of two organisations; two desks of it are open, one of the other. */
  async function scene() {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const member = await addMember(database(), ours);
    const desk = await house.team(member.cookie);
    const colleague = await house.team((await addMember(database(), ours)).cookie);
    const stranger = await house.team((await addMember(database(), theirs)).cookie);
    const person = newPerson(ours);
    const page = await house.help();
    await page.ask('mailbox:open', person.opening);
    const take = newTake(person.mailboxId, [person.first.frameId]);
    return { house, ours, member, desk, colleague, stranger, person, page, take };
  }

  async function takenScene() {
    const all = await scene();
    expect(await all.desk.ask('conversation:take', all.take)).toMatchObject({ ok: true });
    return all;
  }

  return { scene, takenScene };
}
