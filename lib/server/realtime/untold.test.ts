import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { useHelpScenes } from '../mailboxes/test-scenes.ts';
import { failOnce, loseCommit, loseGroup } from './test-failing-database.ts';
import type { TestHouse } from './test-house.ts';
import { newFrame, newPerson, newSend, newTake, noise } from './test-people.ts';
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
    const { scene, takenScene } = useHelpScenes(database);

    /** The same, somebody waits, and somebody else behind them. */
    async function queueScene() {
      const all = await scene();
      await all.page.ask('mailbox:open', all.person.opening);
      const behind = await all.house.help();
      await behind.ask('mailbox:open', newPerson(all.ours).opening);
      return { ...all, behind };
    }

    const opening: [string, Break][] = [
      ['the commit', loseCommit],
      ['the place in the queue', (house) => failOnce(house, 'mailbox', 'count')],
      ['the frames for the desks', (house) => failOnce(house, 'frame', 'findMany')],
    ];
    test.each(opening)('whoever opened is seen by every desk, once: %s', async (_what, breaks) => {
      const { house, page, person, desk, colleague, stranger } = await scene();
      breaks(house);
      expect(await page.ask('mailbox:open', person.opening)).toEqual(unavailable);
      expect(await database().mailbox.count()).toBe(1);
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

    const taking: [string, Break][] = [
      ['the commit', loseCommit],
      ['what the desk is given', (house) => failOnce(house, 'frame', 'findMany')],
      ['who waits behind', (house) => failOnce(house, 'mailbox', 'findMany')],
    ];
    test.each(taking)(
      'whoever was taken hears of it, and so do all others, once: %s',
      async (_what, breaks) => {
        const { house, page, person, desk, colleague, behind } = await queueScene();
        const { mailboxId, first } = person;
        const take = newTake(mailboxId, [first.frameId]);
        breaks(house);
        expect(await desk.ask('conversation:take', take)).toEqual(unavailable);
        const late = await colleague.ask('conversation:take', newTake(mailboxId));
        expect(late).toEqual({ ok: false, code: 'already_taken' });
        for (let i = 0; i < 2; i += 1)
          expect(await desk.ask('conversation:take', take)).toMatchObject({ ok: true });
        expect(await page.told('frame:arrived')).toEqual([take.claim]);
        expect(await page.told('mailbox:opened')).toHaveLength(1);
        expect(await colleague.told('mailbox:gone')).toEqual([{ mailboxId }]);
        expect(await behind.told('queue:moved')).toEqual([{ place: 1 }]);
      },
    );

    const readBehind: Break = (house) => failOnce(house, 'mailbox', 'findMany');
    const leaving: [string, string, Break][] = [
      ['chat:end', 'the commit', loseCommit],
      ['chat:end', 'who waits behind', readBehind],
      ['chat:delete', 'the commit', loseCommit],
      ['chat:delete', 'who waits behind', readBehind],
    ];
    test.each(leaving)(
      '%s while waiting is told every desk, once: %s',
      async (event, _what, breaks) => {
        const { house, page, person, desk, behind } = await queueScene();
        const { mailboxId, token } = person;
        const request = event === 'chat:end' ? {} : { mailboxId, token };
        breaks(house);
        expect(await page.ask(event, request)).toEqual(unavailable);
        for (let i = 0; i < 2; i += 1) expect(await page.ask(event, request)).toEqual({ ok: true });
        expect(await desk.told('mailbox:gone')).toEqual([{ mailboxId }]);
        expect(await behind.told('queue:moved')).toEqual([{ place: 1 }]);
      },
    );

    test('what either of them says is heard by the other, once', async () => {
      const { house, page, person, desk, colleague } = await takenScene();
      const { mailboxId } = person;
      const [said, reply, last] = [newFrame(), newSend(mailboxId, 2), newSend(mailboxId, 3)];
      const steps = [
        () => page.ask('frame:send', said),
        () => desk.ask('conversation:send', reply),
        () => desk.ask('conversation:end', last),
      ];
      for (const step of steps) {
        loseGroup(house);
        expect(await step()).toEqual(unavailable);
        for (let i = 0; i < 2; i += 1) expect(await step()).toEqual({ ok: true });
      }
      expect(await desk.told('frame:arrived')).toEqual([{ mailboxId, frame: said }]);
      const claim = 1;
      expect((await page.told('frame:arrived')).slice(claim)).toEqual([reply.frame, last.frame]);
      expect(await page.told('mailbox:closed')).toHaveLength(1);
      await colleague.settle();
      expect(colleague.heard.map(({ event }) => event)).not.toContain('frame:arrived');
    });

    test('whoever ends or deletes a conversation is told to its holder', async () => {
      const { house, page, person, desk, colleague } = await takenScene();
      const { mailboxId, token } = person;
      loseCommit(house);
      expect(await page.ask('chat:end', {})).toEqual(unavailable);
      expect(await page.ask('chat:end', {})).toEqual({ ok: true });
      expect(await desk.told('conversation:closed')).toEqual([{ mailboxId }]);
      loseCommit(house);
      expect(await page.ask('chat:delete', { mailboxId, token })).toEqual(unavailable);
      const other = await house.help();
      expect(await other.ask('chat:delete', { mailboxId, token: noise(32) })).toEqual({ ok: true });
      expect(await desk.told('conversation:deleted')).toEqual([]);
      expect(await page.ask('chat:delete', { mailboxId, token })).toEqual({ ok: true });
      expect(await desk.told('conversation:deleted')).toEqual([{ mailboxId, last: null }]);
      await colleague.settle();
      expect(colleague.heard.map(({ event }) => event)).not.toContain('conversation:deleted');
    });
  },
);
