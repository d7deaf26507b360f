import { expect, test } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { useHelpScenes } from '../mailboxes/test-scenes.ts';
import { noise } from '../realtime/test-people.ts';
import { createRegisteredCounts } from './registered-counts.ts';

const notAllowed = { ok: false, code: 'not_allowed' };
const newPair = () => ({ refHash: noise(32), bodyHash: noise(32) });

test('of many chats the one that was quiet for longest is forgotten', () => {
  const counts = createRegisteredCounts(2);
  for (const id of ['a', 'b', 'a', 'c']) counts.add(id);
  expect(['a', 'b', 'c'].map(counts.of)).toEqual([2, 0, 1]);
});

describeOnEachDatabase('who registers consents', (database) => {
  const { scene, takenScene } = useHelpScenes(database);
  const stored = () => database().consentRegistration.count();

  test('nobody whom no counsellor has answered, neither while waiting nor after', async () => {
    const { page, person } = await scene();
    await page.ask('mailbox:open', person.opening);
    expect(await page.ask('consent:register', newPair())).toEqual(notAllowed);
    await page.ask('chat:end', {});
    expect(await page.ask('consent:register', newPair())).toEqual(notAllowed);
    const { mailboxId, token } = person;
    await page.ask('chat:delete', { mailboxId, token });
    expect(await page.ask('consent:register', newPair())).toEqual(notAllowed);
    expect(await stored()).toBe(0);
  });

  test('whoever was answered, also just after the end', async () => {
    const { page } = await takenScene();
    expect(await page.ask('consent:register', newPair())).toEqual({ ok: true });
    await page.ask('chat:end', {});
    expect(await page.ask('consent:register', newPair())).toEqual({ ok: true });
  });

  test('not without end: the same one again counts once', async () => {
    const { house, page, person } = await takenScene();
    const first = newPair();
    for (let i = 0; i < 3; i += 1)
      expect(await page.ask('consent:register', first)).toEqual({ ok: true });
    for (let i = 1; i < limits.consentsPerChat; i += 1)
      expect(await page.ask('consent:register', newPair())).toEqual({ ok: true });
    expect(await page.ask('consent:register', newPair())).toEqual(notAllowed);
    expect(await page.ask('consent:register', first)).toEqual({ ok: true });
    // By another connection too.
    const again = await house.help();
    const { mailboxId, token } = person;
    await again.ask('mailbox:attach', { mailboxId, token });
    expect(await again.ask('consent:register', newPair())).toEqual(notAllowed);
    expect(await stored()).toBe(limits.consentsPerChat);
  });
});
