import { expect, test } from 'vitest';
import { toBase64url } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { noise } from '../realtime/test-people.ts';
import { createEarlyExits } from './early-exits.ts';
import { useHelpScenes } from './test-scenes.ts';

test('only the newest are kept', () => {
  const exits = createEarlyExits(2);
  const token = noise(32);
  for (const id of ['a', 'b', 'c']) exits.add(id, token);
  expect(['a', 'b', 'c'].map((id) => exits.has(id, token))).toEqual([false, true, true]);
});

describeOnEachDatabase('the beacon of an exit that comes before the chat', (database) => {
  const { scene } = useHelpScenes(database);

  for (const how of [{}, { closed: true }, { erase: {} }])
    test(`nobody waits who has left already: ${JSON.stringify(how)}`, async () => {
      const { house, page, person, desk } = await scene();
      const { mailboxId, token, opening } = person;
      await house.post('/left', { mailboxId, token: toBase64url(token), ...how });
      expect(await page.ask('mailbox:open', opening)).toEqual({ ok: false, code: 'closed' });
      expect(await database().mailbox.count()).toBe(0);
      expect(await desk.told('mailbox:waiting')).toEqual([]);
    });

  test('with a token that is not theirs nobody is kept from opening', async () => {
    const { house, page, person } = await scene();
    const token = toBase64url(noise(32));
    await house.post('/left', { mailboxId: person.mailboxId, token });
    expect(await page.ask('mailbox:open', person.opening)).toMatchObject({ ok: true });
  });
});
