import { expect } from 'vitest';
import type { Database } from '../db/database.ts';
import { addMember, addOrganisation, newPerson, newTake } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

/** Beginnings of the tests about a person's page. */
export function useHelpScenes(database: () => Database) {
  const openHouse = useHouse(database);

  /** A house with two organisations, a desk in each, and somebody who is about to ask for help. */
  async function scene() {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const member = await addMember(database(), ours);
    return {
      house,
      ours,
      theirs,
      member,
      desk: await house.team(member.cookie),
      colleague: await house.team((await addMember(database(), ours)).cookie),
      stranger: await house.team((await addMember(database(), theirs)).cookie),
      newcomer: await house.team((await addMember(database(), ours, 1, 'pending')).cookie),
      person: newPerson(ours),
      page: await house.help(),
    };
  }

  /** The same, and the first desk has taken the person. */
  async function takenScene() {
    const all = await scene();
    await all.page.ask('mailbox:open', all.person.opening);
    const take = newTake(all.person.mailboxId, [all.person.first.frameId]);
    expect(await all.desk.ask('conversation:take', take)).toMatchObject({ ok: true });
    return { ...all, take };
  }

  return { scene, takenScene };
}
