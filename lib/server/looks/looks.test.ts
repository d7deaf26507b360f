import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, addOrganisation, newId } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

describeOnEachDatabase('a second look', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const asker = await addMember(database(), ours, 1);
    const join = async (organisation: string, roles: number) =>
      house.team((await addMember(database(), organisation, roles)).cookie);
    return {
      asker,
      first: await house.team(asker.cookie),
      colleague: await join(ours, 1),
      supervisor: await join(ours, 2),
      stranger: await join(theirs, 3),
      log: () => database().auditEntry.findMany({ include: { ref: true } }),
    };
  }

  test('is confirmed by another member alone, told once, and stands in the log', async () => {
    const { asker, first, colleague, stranger, log } = await scene();
    const lookId = newId();
    expect(await first.ask('look:ask', { lookId })).toEqual({ ok: true });
    expect(await colleague.told('look:asked')).toMatchObject([{ lookId }]);
    expect(await first.ask('look:confirm', { lookId })).toEqual({ ok: false, code: 'same_person' });
    // A stranger gets the answer that everybody gets for an unknown one, and changes nothing.
    expect(await stranger.ask('look:confirm', { lookId })).toEqual({ ok: true });
    expect(await log()).toEqual([]);
    await colleague.ask('look:confirm', { lookId });
    await colleague.ask('look:confirm', { lookId });
    const told = { lookId, isSupervisor: false };
    expect(await first.told('look:confirmed')).toMatchObject([told]);
    const [entry, ...more] = await log();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ action: 'look.confirmed', ref: { ref: asker.memberId } });
    await stranger.settle();
    expect(stranger.heard).toEqual([]);
  });

  test('says whether a supervisor looked, and nobody takes over what a colleague asked', async () => {
    const { first, colleague, supervisor } = await scene();
    const lookId = newId();
    await first.ask('look:ask', { lookId });
    const taken = await colleague.ask('look:ask', { lookId });
    expect(taken).toEqual({ ok: false, code: 'not_allowed' });
    expect(await supervisor.ask('look:ask', { lookId: newId() })).toMatchObject({ ok: false });
    await supervisor.ask('look:confirm', { lookId });
    expect(await first.told('look:confirmed')).toMatchObject([{ lookId, isSupervisor: true }]);
  });
});
