import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { commitsOf } from '../commits/commits.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import {
  addMember,
  newCheckpoint,
  newFrame,
  newId,
  newPerson,
  newSend,
  newTake,
} from '../realtime/test-people.ts';
import { useDeskScenes } from './test-scenes.ts';

const ok = { ok: true };
const notAllowed = { ok: false, code: 'not_allowed' };

describeOnEachDatabase('a desk that takes somebody', (database) => {
  const { scene, takenScene } = useDeskScenes(database);

  test('sees who waits for its own organisation, first come first', async () => {
    const { house, desk, stranger, person, ours } = await scene();
    const second = newPerson(ours);
    await (await house.help()).ask('mailbox:open', second.opening);
    const { waiting } = await desk.ask('queue:read', {});
    expect(waiting.map((mailbox: { mailboxId: string }) => mailbox.mailboxId)).toEqual([
      person.mailboxId,
      second.mailboxId,
    ]);
    expect(waiting[0]).toMatchObject({ presence: 'here', frames: [person.first] });
    expect(await stranger.ask('queue:read', {})).toEqual({ ok: true, waiting: [] });
  });

  test('two that take one person at the same time: exactly one has them', async () => {
    const { desk, colleague, page, person } = await scene();
    const takes = [desk, colleague].map((client) => ({ client, take: newTake(person.mailboxId) }));
    const answers = await Promise.all(
      takes.map(({ client, take }) => client.ask('conversation:take', take)),
    );
    const winners = answers.filter((answer) => answer.ok);
    const losers = answers.filter((answer) => !answer.ok);
    expect(winners).toHaveLength(1);
    expect(losers).toEqual([{ ok: false, code: 'already_taken' }]);
    const won = takes[answers.findIndex((answer) => answer.ok)]?.take;
    const told = await page.told('frame:arrived');
    expect(told.map((frame) => frame.frameId)).toEqual([won?.claim.frameId]);
    expect(await database().conversationKeyWrap.count()).toBe(1);
    expect(await database().frame.count({ where: { direction: 1 } })).toBe(1);
  });

  test('taking tells the person, and the team only that they wait no more', async () => {
    const { desk, colleague, stranger, page, person, take } = await scene();
    const late = newFrame();
    await page.ask('frame:send', late);
    const answer = await desk.ask('conversation:take', take);
    expect(answer).toMatchObject({ ok: true, presence: 'here', frames: [late] });
    expect(await page.told('mailbox:opened')).toHaveLength(1);
    expect(await page.told('frame:arrived')).toMatchObject([{ frameId: take.claim.frameId }]);
    const { mailboxId } = person;
    for (const listener of [desk, colleague]) {
      expect(await listener.told('mailbox:gone')).toEqual([{ mailboxId }]);
    }
    await stranger.settle();
    expect(stranger.heard).toEqual([]);
    expect(colleague.heard.map(({ event }) => event)).toEqual([
      'mailbox:waiting',
      'mailbox:frame',
      'mailbox:gone',
    ]);
  });

  test('whoever takes has the answer before anybody is told', async () => {
    const { desk, take } = await scene();
    await desk.settle();
    const order: string[] = [];
    desk.socket.onAny((event: string) => order.push(event));
    desk.socket.emit('conversation:take', take, () => order.push('the answer'));
    await desk.settle();
    expect(order).toEqual(['the answer', 'mailbox:gone']);
  });

  test('a frame that is being stored is told to the team before the taking, never after it', async () => {
    const { house, desk, colleague, page, take } = await scene();
    const commits = commitsOf(house.deps);
    const { ask } = commits;
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    commits.ask = async (write) => {
      const outcome = await ask(write);
      await held;
      return outcome;
    };
    const sent = page.ask('frame:send', newFrame());
    await pause(100);
    const taken = desk.ask('conversation:take', take);
    await Promise.race([taken, pause(1000)]);
    goOn();
    expect([await sent, await taken]).toMatchObject([ok, ok]);
    await colleague.settle();
    expect(colleague.heard.map(({ event }) => event)).toEqual([
      'mailbox:waiting',
      'mailbox:frame',
      'mailbox:gone',
    ]);
  });

  test('who waits behind moves up when somebody is taken', async () => {
    const { house, desk, ours, take } = await scene();
    const second = await house.help();
    await second.ask('mailbox:open', newPerson(ours).opening);
    await desk.ask('conversation:take', take);
    expect(await second.told('queue:moved')).toEqual([{ place: 1 }]);
  });

  test('of another organisation takes nobody, reads nothing and writes nothing', async () => {
    const { stranger, person, page, take, desk } = await scene();
    const { mailboxId } = person;
    expect(await stranger.ask('conversation:take', newTake(mailboxId))).toEqual(notAllowed);
    expect(await desk.ask('conversation:take', take)).toMatchObject(ok);
    const confirm = { mailboxId, received: [], checkpoint: newCheckpoint(2), archive: [] };
    expect(await stranger.ask('conversation:take', newTake(mailboxId))).toEqual(notAllowed);
    expect(await stranger.ask('conversation:send', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await stranger.ask('conversation:end', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await stranger.ask('conversation:confirm', confirm)).toEqual(notAllowed);
    expect(await stranger.ask('conversation:read', {})).toEqual({ ok: true, conversations: [] });
    expect(await page.told('frame:arrived')).toHaveLength(1);
  });

  test('of a supervisor who is no counsellor, or of somebody not approved, takes nobody', async () => {
    const { house, ours, person } = await scene();
    const supervisor = await house.team((await addMember(database(), ours, 2)).cookie);
    const pending = await house.team((await addMember(database(), ours, 1, 'pending')).cookie);
    for (const client of [supervisor, pending]) {
      expect(await client.ask('conversation:take', newTake(person.mailboxId))).toEqual(notAllowed);
    }
    expect(await pending.ask('queue:read', {})).toEqual(notAllowed);
    expect(await pending.ask('conversation:read', {})).toEqual(notAllowed);
  });

  test('a take that is sent again after a lost answer is answered as the first time', async () => {
    const { desk, page, take } = await takenScene();
    expect(await desk.ask('conversation:take', take)).toEqual({
      ok: true,
      presence: 'here',
      frames: [],
    });
    expect(await page.told('frame:arrived')).toHaveLength(1);
  });

  test('a mailbox that never was is not there', async () => {
    const { desk } = await scene();
    expect(await desk.ask('conversation:take', newTake(newId()))).toEqual(notAllowed);
    expect(await desk.ask('conversation:send', newSend(newId(), 2))).toEqual(notAllowed);
  });
});
