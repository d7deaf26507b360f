import { expect, test } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { newFrame, newId, newPerson, newSend, noise } from '../realtime/test-people.ts';
import { useHelpScenes } from './test-scenes.ts';

describeOnEachDatabase('what a person writes', (database) => {
  const { scene, takenScene } = useHelpScenes(database);

  test('what is written while waiting reaches the team’s desks and nobody else', async () => {
    const { page, desk, colleague, stranger, person } = await scene();
    await page.ask('mailbox:open', person.opening);
    const frame = newFrame();
    expect(await page.ask('frame:send', frame)).toEqual({ ok: true });
    expect(await page.ask('frame:send', frame)).toEqual({ ok: true });
    for (const listener of [desk, colleague]) {
      const told = await listener.told('mailbox:frame');
      expect(told).toMatchObject([{ frame: { frameId: frame.frameId } }]);
    }
    expect(await stranger.told('mailbox:frame')).toEqual([]);
  });

  test('what is written in a conversation reaches the one who holds it and no colleague', async () => {
    const { page, desk, colleague, stranger } = await takenScene();
    const frame = newFrame();
    expect(await page.ask('frame:send', frame)).toEqual({ ok: true });
    expect(await desk.told('frame:arrived')).toMatchObject([{ frame: { frameId: frame.frameId } }]);
    for (const listener of [colleague, stranger]) {
      expect(await listener.told('frame:arrived')).toEqual([]);
      expect(await listener.told('mailbox:frame')).toEqual([]);
    }
  });

  test('another mailbox’s frame cannot be sent, confirmed or used to end', async () => {
    const { house, page, desk, person, ours, take } = await takenScene();
    const mine = newFrame();
    await page.ask('frame:send', mine);
    const other = await house.help();
    await other.ask('mailbox:open', newPerson(ours).opening);
    const notAllowed = { ok: false, code: 'not_allowed' };
    expect(await other.ask('frame:send', { ...newFrame(), frameId: mine.frameId })).toEqual(
      notAllowed,
    );
    expect(await other.ask('frame:confirm', { frameIds: [take.claim.frameId] })).toEqual({
      ok: true,
    });
    const { mailboxId, token } = person;
    const back = await page.ask('mailbox:attach', { mailboxId, token });
    expect(back.frames.map((frame: { frameId: string }) => frame.frameId)).toEqual([
      take.claim.frameId,
    ]);
    expect(await desk.told('frame:arrived')).toHaveLength(1);
  });

  test('a frame that the counsellor has confirmed is not delivered again when it is sent again', async () => {
    const { page, desk, person } = await takenScene();
    expect(await page.ask('frame:send', person.first)).toEqual({ ok: true });
    const frame = newFrame();
    await page.ask('frame:send', frame);
    const { mailboxId, checkpoint, archive } = newSend(person.mailboxId, 2);
    const confirm = { mailboxId, received: [frame.frameId], checkpoint, archive };
    expect(await desk.ask('conversation:confirm', confirm)).toEqual({ ok: true });
    expect(await page.ask('frame:send', frame)).toEqual({ ok: true });
    expect(await desk.told('frame:arrived')).toHaveLength(1);
    expect(await database().frame.count({ where: { direction: 0 } })).toBe(0);
  });

  test('before a token was shown nothing can be sent, confirmed or ended', async () => {
    const { page } = await scene();
    const refused = { ok: false, code: 'not_attached' };
    expect(await page.ask('frame:send', newFrame())).toEqual(refused);
    expect(await page.ask('frame:confirm', { frameIds: [] })).toEqual(refused);
    expect(await page.ask('chat:end', {})).toEqual(refused);
  });

  test('a person cannot fill the server', async () => {
    const { page, person } = await scene();
    await page.ask('mailbox:open', person.opening);
    const { mailboxId } = person;
    const full = Array.from({ length: limits.waitingFrames - 1 }, () => ({
      id: newId(),
      mailboxId,
      direction: 0,
      blob: noise(1),
    }));
    await database().frame.createMany({ data: full });
    expect(await page.ask('frame:send', newFrame())).toEqual({ ok: false, code: 'too_many' });
  });
});
