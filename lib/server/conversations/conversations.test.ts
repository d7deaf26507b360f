import { expect, test, vi } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { newCheckpoint, newFrame, newPerson, newSend, noise } from '../realtime/test-people.ts';
import { useDeskScenes } from './test-scenes.ts';

const ok = { ok: true };
const notAllowed = { ok: false, code: 'not_allowed' };
const stale = { ok: false, code: 'stale' };

describeOnEachDatabase('the desk', (database) => {
  const { takenScene } = useDeskScenes(database);

  test('of a colleague has no part in a conversation that somebody else took', async () => {
    const { colleague, person } = await takenScene();
    const { mailboxId } = person;
    const confirm = { mailboxId, received: [], checkpoint: newCheckpoint(2), archive: [] };
    expect(await colleague.ask('conversation:send', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await colleague.ask('conversation:end', newSend(mailboxId, 2))).toEqual(notAllowed);
    expect(await colleague.ask('conversation:confirm', confirm)).toEqual(notAllowed);
    expect(await colleague.ask('conversation:read', {})).toEqual({ ok: true, conversations: [] });
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
        margin: null,
      },
    ]);
    // What it holds up to the same checkpoint is not sent again; up to another one, it is.
    const asking = async (n: number) =>
      (await again.ask('conversation:read', { known: [{ mailboxId, n }] })).conversations[0];
    expect(await asking(2)).toEqual({ ...conversations[0], archive: [] });
    expect(await asking(1)).toEqual(conversations[0]);
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

  test('after an abusive one who comes next is asked for a little work, and nothing of it is stored', async () => {
    const { house, member, desk, person } = await takenScene();
    const before = newPerson(member.organisationId);
    expect(await (await house.help()).ask('mailbox:open', before.opening)).toMatchObject(ok);
    const end = { ...newSend(person.mailboxId, 2), abusive: true };
    expect(await desk.ask('conversation:end', end)).toEqual(ok);
    const next = newPerson(member.organisationId);
    const page = await house.help();
    expect(await page.ask('mailbox:open', next.opening)).toMatchObject({ code: 'work_needed' });
    expect(await page.ask('mailbox:open', { ...next.opening, work: null })).toMatchObject(ok);
    // Sent again because its answer was lost, it asks for no longer.
    house.clock.ahead = 9 * 60_000;
    expect(await desk.ask('conversation:end', end)).toEqual(ok);
    house.clock.ahead = 11 * 60_000;
    const later = newPerson(member.organisationId);
    expect(await (await house.help()).ask('mailbox:open', later.opening)).toMatchObject(ok);
  });

  test('a chat whose keys are gone is closed without a word: only by its holder, and nothing is overwritten', async () => {
    const { desk, colleague, page, person, take } = await takenScene();
    const { mailboxId } = person;
    const close = { mailboxId };
    expect(await colleague.ask('conversation:close', close)).toEqual(notAllowed);
    expect(await desk.ask('conversation:close', close)).toEqual(ok);
    expect(await desk.ask('conversation:close', close)).toEqual(ok);
    expect(await page.told('mailbox:closed')).toEqual([{}]);
    expect(await page.told('frame:arrived')).toHaveLength(1);
    expect(await database().checkpoint.findMany()).toMatchObject([take.checkpoint]);
    const closed = { ok: false, code: 'closed' };
    expect(await page.ask('frame:send', newFrame())).toEqual(closed);
    expect(await desk.ask('conversation:send', newSend(mailboxId, 2))).toEqual(closed);
    const gone = { mailboxId: newSend(mailboxId, 2).frame.frameId };
    expect(await desk.ask('conversation:close', gone)).toEqual(notAllowed);
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
});
