import { expect, test, vi } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import {
  addMember,
  addOrganisation,
  newCheckpoint,
  newFrame,
  newId,
  newPerson,
  newSend,
  newTake,
  noise,
} from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const ok = { ok: true };
const notAllowed = { ok: false, code: 'not_allowed' };
const stale = { ok: false, code: 'stale' };

describeOnEachDatabase('the desk', (database) => {
  const openHouse = useHouse(database);

  /** Somebody waits for one of two organisations; two desks of it are open, one of the other. */
  async function scene() {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const member = await addMember(database(), ours);
    const desk = await house.team(member.cookie);
    const colleague = await house.team((await addMember(database(), ours)).cookie);
    const stranger = await house.team((await addMember(database(), theirs)).cookie);
    const person = newPerson(ours);
    const page = await house.help();
    await page.ask('mailbox:open', person.opening);
    const take = newTake(person.mailboxId, [person.first.frameId]);
    return { house, ours, member, desk, colleague, stranger, person, page, take };
  }

  async function takenScene() {
    const all = await scene();
    expect(await all.desk.ask('conversation:take', all.take)).toMatchObject(ok);
    return all;
  }

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

  test('of a colleague has no part in a conversation that somebody else took', async () => {
    const { colleague, person } = await takenScene();
    const { mailboxId } = person;
    const confirm = { mailboxId, received: [], checkpoint: newCheckpoint(2), archive: [] };
    expect(await colleague.ask('conversation:send', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await colleague.ask('conversation:end', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await colleague.ask('conversation:confirm', confirm)).toEqual(notAllowed);
    expect(await colleague.ask('conversation:read', {})).toEqual({ ok: true, conversations: [] });
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

  test('a message reaches the person, once, and each step needs the one before it', async () => {
    const { desk, page, person } = await takenScene();
    const { mailboxId } = person;
    const send = newSend(mailboxId, 2);
    expect(await desk.ask('conversation:send', send)).toEqual(ok);
    expect(await desk.ask('conversation:send', send)).toEqual(ok);
    expect(await desk.ask('conversation:send', newSend(mailboxId, 2))).toEqual(stale);
    expect(await desk.ask('conversation:send', newSend(mailboxId, 4))).toEqual(stale);
    const told = await page.told('frame:arrived');
    expect(told.map((frame) => frame.frameId).slice(1)).toEqual([send.frame.frameId]);
    expect(await database().frame.count({ where: { direction: 1 } })).toBe(2);
    expect(await database().checkpoint.findMany()).toMatchObject([
      { n: 2, blob: send.checkpoint.blob },
    ]);
  });

  test('a message sent again after the person confirmed it is answered, not delivered again', async () => {
    const { desk, page, person } = await takenScene();
    const send = newSend(person.mailboxId, 2);
    await desk.ask('conversation:send', send);
    await page.ask('frame:confirm', { frameIds: [send.frame.frameId] });
    expect(await desk.ask('conversation:send', send)).toEqual(ok);
    expect(await page.told('frame:arrived')).toHaveLength(2);
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

  test('a step that fails leaves nothing of itself', async () => {
    const { desk, person, take } = await takenScene();
    const send = newSend(person.mailboxId, 2);
    const used = { ...send, frame: { ...send.frame, frameId: take.claim.frameId } };
    expect(await desk.ask('conversation:send', used)).toEqual(notAllowed);
    expect(await database().checkpoint.findMany()).toMatchObject([{ n: 1 }]);
    expect(await desk.ask('conversation:send', send)).toEqual(ok);
  });

  test('finds everything again after its browser died', async () => {
    const { house, member, desk, page, person, take } = await takenScene();
    const { mailboxId } = person;
    const record = { i: 0, direction: 0 as const, blob: noise(600) };
    const checkpoint = newCheckpoint(2);
    const [kept, done] = [newFrame(), newFrame()];
    await page.ask('frame:send', done);
    await page.ask('frame:send', kept);
    const received = [done.frameId];
    const confirm = { mailboxId, received, checkpoint, archive: [record] };
    expect(await desk.ask('conversation:confirm', confirm)).toEqual(ok);
    desk.socket.disconnect();
    const again = await house.team(member.cookie);
    const { conversations } = await again.ask('conversation:read', {});
    expect(conversations).toEqual([
      {
        mailboxId,
        state: 'open',
        presence: 'here',
        checkpoint,
        wrap: take.wrap,
        frames: [kept],
        archive: [record],
      },
    ]);
  });

  test('ending keeps the last words for the person, and nothing more can be said', async () => {
    const { house, desk, page, person } = await takenScene();
    const { mailboxId, token } = person;
    page.socket.disconnect();
    await vi.waitFor(async () => expect(await desk.told('person:presence')).toHaveLength(1));
    const end = newSend(mailboxId, 2);
    expect(await desk.ask('conversation:end', end)).toEqual(ok);
    expect(await desk.ask('conversation:end', end)).toEqual(ok);
    const back = await house.help();
    const view = await back.ask('mailbox:attach', { mailboxId, token });
    expect(view).toMatchObject({ ok: true, state: 'closed' });
    expect(view.frames.map((frame: { frameId: string }) => frame.frameId)).toContain(
      end.frame.frameId,
    );
    const closed = { ok: false, code: 'closed' };
    expect(await back.ask('frame:send', newFrame())).toEqual(closed);
    expect(await desk.ask('conversation:send', newSend(mailboxId, 3))).toEqual(closed);
    expect(await back.ask('frame:confirm', { frameIds: [end.frame.frameId] })).toEqual(ok);
    expect(await database().frame.count({ where: { id: end.frame.frameId } })).toBe(0);
  });

  test('an attached person is told the last words and then the end', async () => {
    const { desk, page, person } = await takenScene();
    await desk.ask('conversation:end', newSend(person.mailboxId, 2));
    await page.settle();
    expect(page.heard.map(({ event }) => event).slice(-2)).toEqual([
      'frame:arrived',
      'mailbox:closed',
    ]);
  });

  test('confirms the person’s last words after they ended it', async () => {
    const { desk, page, person } = await takenScene();
    const { mailboxId } = person;
    const last = newFrame();
    await page.ask('chat:end', { last });
    const confirm = {
      mailboxId,
      received: [last.frameId],
      checkpoint: newCheckpoint(2),
      archive: [],
    };
    expect(await desk.ask('conversation:confirm', confirm)).toEqual(ok);
    const closed = { ok: false, code: 'closed' };
    expect(await desk.ask('conversation:send', newSend(mailboxId, 3))).toEqual(closed);
    expect(await database().frame.count({ where: { direction: 0 } })).toBe(0);
  });

  test('the person learns when the one who helps them goes and comes', async () => {
    const { house, desk, page, member } = await takenScene();
    desk.socket.disconnect();
    await vi.waitFor(async () =>
      expect(await page.told('counsellor:presence')).toEqual([
        { present: true },
        { present: false },
      ]),
    );
    await house.team(member.cookie);
    await vi.waitFor(async () => expect(await page.told('counsellor:presence')).toHaveLength(3));
  });

  test('a mailbox that never was is not there', async () => {
    const { desk } = await scene();
    expect(await desk.ask('conversation:take', newTake(newId()))).toEqual(notAllowed);
    expect(await desk.ask('conversation:send', newSend(newId(), 2))).toEqual(notAllowed);
  });
});
