import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addOrganisation, newPerson } from '../realtime/test-people.ts';
import { findMailbox, placeOf, readMovedPlaces } from './data.ts';
import { endMailbox, openMailbox } from './mutations.ts';

/** Somebody comes, with or without the work they were asked for, or one of those who wait stops waiting. */
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ behind: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ leaves: fc.nat(30) }) },
);

const come = (opening: ReturnType<typeof newPerson>['opening'], behind: boolean) =>
  ({ ...opening, standing: behind ? 'behind' : 'solved', today: 1 }) as const;

describeOnEachDatabase('the order of those who wait', (database) => {
  /** Whoever asks is told the same as who is told unasked. */
  async function askAll(here: readonly { id: string }[], told: Map<string, number[]>) {
    for (const { id } of here) {
      const mailbox = await findMailbox(database(), id);
      const place = mailbox === null ? -1 : await placeOf(database(), mailbox);
      expect(place).toBe(told.get(id)?.at(-1));
    }
  }

  /** What everybody was told of their place, in order; 0 is no promise. */
  async function live(steps: readonly ({ behind: boolean } | { leaves: number })[]) {
    const organisationId = await addOrganisation(database());
    const told = new Map<string, number[]>();
    const tell = (id: string, place: number) => told.set(id, [...(told.get(id) ?? []), place]);
    const here: { id: string; behind: boolean }[] = [];
    for (const one of steps) {
      if ('behind' in one) {
        const { opening, mailboxId: id } = newPerson(organisationId);
        const opened = await openMailbox(database(), come(opening, one.behind));
        if (!opened.ok) throw new Error(opened.code);
        tell(id, await placeOf(database(), opened.mailbox));
        here.push({ id, behind: one.behind });
        continue;
      }
      const [gone] = here.splice(one.leaves % Math.max(1, here.length), 1);
      if (gone === undefined) continue;
      const ended = await endMailbox(database(), { mailboxId: gone.id, last: undefined, today: 1 });
      if (!ended.ok) throw new Error(ended.code);
      for (const moved of await readMovedPlaces(database(), ended.mailbox))
        tell(moved.mailboxId, moved.place);
      await askAll(here, told);
    }
    const where = { organisationId, state: 'waiting' };
    const rows = await database().mailbox.findMany({ where, orderBy: { arrival: 'asc' } });
    return { told, here, queue: rows.map(({ id }) => id) };
  }

  test('nobody’s place gets worse than announced, and who did the work stands before who did not', async () => {
    const runs = fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { told, here, queue } = await live(steps);
      for (const places of told.values()) {
        expect(places).toEqual([...places].sort((a, b) => b - a));
        expect(new Set(places.map((place) => place > 0)).size).toBe(1);
      }
      const inTurn = here.filter(({ behind }) => !behind).map(({ id }) => id);
      const behind = here.filter((one) => one.behind).map(({ id }) => id);
      expect(queue).toEqual([...inTurn, ...behind]);
    });
    await fc.assert(runs, { numRuns: 12 });
  });
});
