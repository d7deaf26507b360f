import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { useHelpScenes } from '../mailboxes/test-scenes.ts';
import { failOnce, loseCommit } from './test-failing-database.ts';
import type { TestHouse } from './test-house.ts';
import { newFrame } from './test-people.ts';
import { createUntold } from './untold.ts';

const unavailable = { ok: false, code: 'unavailable' };
type Break = (house: TestHouse) => void;

describe('steps of which nobody was told', () => {
  test('the oldest are forgotten first, and what was told is owed no more', () => {
    const untold = createUntold<number>(2);
    for (const [i, id] of ['a', 'b', 'a', 'c'].entries()) untold.begin(id, i);
    expect(['a', 'b', 'c'].map(untold.owed)).toEqual([2, null, 3]);
    untold.settle('a');
    expect(untold.owed('a')).toBeNull();
  });
});

describeOnEachDatabase(
  'the database breaks behind a commit, and the one who asked asks again',
  (database) => {
    const { scene } = useHelpScenes(database);

    const opening: [string, Break][] = [
      ['the commit', loseCommit],
      ['the place in the queue', (house) => failOnce(house, 'mailbox', 'count')],
      ['the frames for the desks', (house) => failOnce(house, 'frame', 'findMany')],
    ];
    test.each(opening)('whoever opened is seen by every desk, once: %s', async (_what, breaks) => {
      const { house, page, person, desk, colleague, stranger } = await scene();
      breaks(house);
      expect(await page.ask('mailbox:open', person.opening)).toEqual(unavailable);
      expect(await page.ask('mailbox:open', person.opening)).toMatchObject({ ok: true, place: 1 });
      expect(await page.ask('mailbox:open', person.opening)).toMatchObject({ ok: true, place: 1 });
      const { mailboxId, first } = person;
      for (const each of [desk, colleague])
        expect(await each.told('mailbox:waiting')).toMatchObject([{ mailboxId, frames: [first] }]);
      expect(await stranger.told('mailbox:waiting')).toEqual([]);
    });

    test('what they wrote before anybody saw them comes with them', async () => {
      const { house, page, person, desk } = await scene();
      failOnce(house, 'mailbox', 'count');
      await page.ask('mailbox:open', person.opening);
      const second = newFrame();
      expect(await page.ask('frame:send', second)).toEqual({ ok: true });
      await page.ask('mailbox:open', person.opening);
      expect(await desk.told('mailbox:waiting')).toMatchObject([
        { frames: [person.first, second] },
      ]);
    });
  },
);
