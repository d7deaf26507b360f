import { expect, test, vi } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { newFrame, newId, newPerson } from '../realtime/test-people.ts';
import { useHelpScenes } from './test-scenes.ts';

describeOnEachDatabase('whoever leaves', (database) => {
  const { scene, takenScene } = useHelpScenes(database);

  test('a person who ends while waiting leaves nothing, and those behind move up', async () => {
    const { house, page, desk, person, ours } = await scene();
    await page.ask('mailbox:open', person.opening);
    const next = await house.help();
    const second = newPerson(ours);
    expect(await next.ask('mailbox:open', second.opening)).toMatchObject({ place: 2 });
    expect(await page.ask('chat:end', {})).toEqual({ ok: true });
    expect(await page.ask('chat:end', {})).toEqual({ ok: true });
    expect(await next.told('queue:moved')).toEqual([{ place: 1 }]);
    expect(await page.told('queue:moved')).toEqual([]);
    expect(await desk.told('mailbox:gone')).toEqual([{ mailboxId: person.mailboxId }]);
    expect(await database().frame.findMany({ select: { id: true } })).toEqual([
      { id: second.first.frameId },
    ]);
    expect(await page.ask('frame:send', newFrame())).toEqual({ ok: false, code: 'closed' });
  });

  test('a person who ends a conversation leaves their last words for the one who holds it', async () => {
    const { page, desk, colleague, person } = await takenScene();
    const last = newFrame();
    expect(await page.ask('chat:end', { last })).toEqual({ ok: true });
    expect(await desk.told('frame:arrived')).toMatchObject([{ frame: { frameId: last.frameId } }]);
    expect(await desk.told('conversation:closed')).toEqual([{ mailboxId: person.mailboxId }]);
    expect(await colleague.told('conversation:closed')).toEqual([]);
    const { conversations } = await desk.ask('conversation:read', {});
    expect(conversations).toMatchObject([{ state: 'closed', frames: [{ frameId: last.frameId }] }]);
  });

  test('the quick exit’s beacon closes the mailbox and tells the holder only', async () => {
    const { house, desk, colleague, person, page } = await takenScene();
    const { mailboxId } = person;
    const token = Buffer.from(person.token).toString('base64url');
    expect((await house.post('/left', { mailboxId, token })).status).toBe(204);
    expect(await desk.told('person:presence')).toEqual([{ mailboxId, presence: 'left' }]);
    expect(await desk.told('conversation:closed')).toEqual([{ mailboxId }]);
    expect(await colleague.told('person:presence')).toEqual([]);
    await vi.waitFor(() => expect(page.socket.connected).toBe(false));
    const { conversations } = await desk.ask('conversation:read', {});
    expect(conversations).toMatchObject([{ state: 'closed', presence: 'left' }]);
  });

  test('a page that was closed ends its chat, and nobody is told of an exit', async () => {
    const { house, desk, colleague, person } = await takenScene();
    const { mailboxId } = person;
    const token = Buffer.from(person.token).toString('base64url');
    const foreign = Buffer.from(newPerson(person.opening.organisationId).token).toString(
      'base64url',
    );
    expect((await house.post('/left', { mailboxId, token: foreign, closed: true })).status).toBe(
      204,
    );
    expect(await desk.told('conversation:closed')).toEqual([]);
    expect((await house.post('/left', { mailboxId, token, closed: true })).status).toBe(204);
    expect(await desk.told('conversation:closed')).toEqual([{ mailboxId }]);
    expect(await desk.told('person:presence')).not.toContainEqual({ mailboxId, presence: 'left' });
    expect(await colleague.told('conversation:closed')).toEqual([]);
    const { conversations } = await desk.ask('conversation:read', {});
    expect(conversations).toMatchObject([{ state: 'closed' }]);
    expect(conversations).not.toMatchObject([{ presence: 'left' }]);
  });

  test('any other body of the beacon gets the same answer', async () => {
    const { house } = await scene();
    const unknown = { mailboxId: newId(), token: 'A'.repeat(43) };
    for (const body of ['', 'x', null, [], { mailboxId: 'x' }, unknown]) {
      expect((await house.post('/left', body)).status).toBe(204);
    }
  });
});
