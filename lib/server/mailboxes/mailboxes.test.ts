import { expect, test, vi } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import {
  addMember,
  addOrganisation,
  newFrame,
  newId,
  newPerson,
  newSend,
  newTake,
  noise,
  startFrame,
} from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

describeOnEachDatabase('the help side', (database) => {
  const openHouse = useHouse(database);

  /** A house with two organisations, a desk in each, and somebody who is about to ask for help. */
  async function scene() {
    const house = await openHouse();
    const [ours, theirs] = [await addOrganisation(database()), await addOrganisation(database())];
    const member = await addMember(database(), ours);
    return {
      house,
      ours,
      theirs,
      member,
      desk: await house.team(member.cookie),
      colleague: await house.team((await addMember(database(), ours)).cookie),
      stranger: await house.team((await addMember(database(), theirs)).cookie),
      newcomer: await house.team((await addMember(database(), ours, 1, 'pending')).cookie),
      person: newPerson(ours),
      page: await house.help(),
    };
  }

  /** The same, and the first desk has taken the person. */
  async function takenScene() {
    const all = await scene();
    await all.page.ask('mailbox:open', all.person.opening);
    const take = newTake(all.person.mailboxId, [all.person.first.frameId]);
    expect(await all.desk.ask('conversation:take', take)).toMatchObject({ ok: true });
    return { ...all, take };
  }

  test('whoever starts a chat waits, and only the organisation they chose hears of it', async () => {
    const { page, desk, colleague, stranger, newcomer, person } = await scene();
    const answer = await page.ask('mailbox:open', person.opening);
    expect(answer).toEqual({
      ok: true,
      state: 'waiting',
      place: 1,
      counsellorPresent: false,
      frames: [],
    });
    for (const listener of [desk, colleague]) {
      const [waiting] = await listener.told('mailbox:waiting');
      expect(waiting).toMatchObject({ mailboxId: person.mailboxId, presence: 'here' });
      expect(new Uint8Array(waiting.frames[0].blob)).toEqual(person.first.blob);
    }
    for (const listener of [stranger, newcomer]) {
      await listener.settle();
      expect(listener.heard).toEqual([]);
    }
  });

  test('asking again after a lost answer is answered the same way, and changes nothing', async () => {
    const { page, desk, person } = await scene();
    const first = await page.ask('mailbox:open', person.opening);
    expect(await page.ask('mailbox:open', person.opening)).toEqual(first);
    expect(await desk.told('mailbox:waiting')).toHaveLength(1);
    expect(await database().frame.count()).toBe(1);
  });

  test('somebody else’s mailbox cannot be opened again, attached to or left', async () => {
    const { house, page, person, desk } = await scene();
    await page.ask('mailbox:open', person.opening);
    const other = await house.help();
    const wrong = noise(32);
    const notAllowed = { ok: false, code: 'not_allowed' };
    expect(await other.ask('mailbox:open', { ...person.opening, token: wrong })).toEqual(
      notAllowed,
    );
    const { mailboxId } = person;
    expect(await other.ask('mailbox:attach', { mailboxId, token: wrong })).toEqual(notAllowed);
    expect(await other.ask('mailbox:attach', { mailboxId: newId(), token: wrong })).toEqual(
      notAllowed,
    );
    const beacon = { mailboxId, token: Buffer.from(wrong).toString('base64url') };
    expect((await house.post('/left', beacon)).status).toBe(204);
    expect(await desk.told('mailbox:gone')).toEqual([]);
    expect(await page.ask('frame:send', newFrame())).toEqual({ ok: true });
  });

  test('a first frame made for another team or mailbox is refused', async () => {
    const { page, theirs, person, stranger } = await scene();
    const notAllowed = { ok: false, code: 'not_allowed' };
    const elsewhere = { ...person.opening, organisationId: theirs };
    expect(await page.ask('mailbox:open', elsewhere)).toEqual(notAllowed);
    const first = startFrame(person.opening.organisationId, newId());
    expect(await page.ask('mailbox:open', { ...person.opening, first })).toEqual(notAllowed);
    const unknown = newPerson(newId());
    expect(await page.ask('mailbox:open', unknown.opening)).toEqual(notAllowed);
    expect(await stranger.told('mailbox:waiting')).toEqual([]);
    expect(await database().mailbox.count()).toBe(0);
  });

  test('a full queue says so', async () => {
    const { page, ours, theirs, person } = await scene();
    const waiting = Array.from({ length: limits.waitingMailboxes }, () => ({
      id: newId(),
      organisationId: ours,
      tokenHash: noise(32),
      state: 'waiting',
      openedDay: 1,
      expiresDay: 1_000_000,
    }));
    await database().mailbox.createMany({ data: waiting });
    expect(await page.ask('mailbox:open', person.opening)).toEqual({ ok: false, code: 'full' });
    expect(await page.ask('mailbox:open', newPerson(theirs).opening)).toMatchObject({ ok: true });
  });

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

  test('whoever comes back finds what is not confirmed yet, and only that', async () => {
    const { house, page, desk, person, take } = await takenScene();
    const { mailboxId, token } = person;
    const send = newSend(mailboxId, 2);
    await desk.ask('conversation:send', send);
    await page.ask('frame:confirm', { frameIds: [take.claim.frameId] });
    const again = await house.help();
    const view = await again.ask('mailbox:attach', { mailboxId, token });
    expect(view).toMatchObject({ ok: true, state: 'open', place: 0, counsellorPresent: true });
    expect(view.frames).toHaveLength(1);
    expect(new Uint8Array(view.frames[0].blob)).toEqual(send.frame.blob);
    expect(await again.told('frame:arrived')).toEqual([]);
  });

  test('who looks away and comes back is told to the holder only', async () => {
    const { house, page, desk, colleague, person } = await takenScene();
    page.socket.disconnect();
    await vi.waitFor(async () => expect(await desk.told('person:presence')).toHaveLength(1));
    const { mailboxId, token } = person;
    const back = await house.help();
    await back.ask('mailbox:attach', { mailboxId, token });
    const told = await desk.told('person:presence');
    expect(told).toEqual([
      { mailboxId, presence: 'away' },
      { mailboxId, presence: 'here' },
    ]);
    expect(await colleague.told('person:presence')).toEqual([]);
  });

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

  test('any other body of the beacon gets the same answer', async () => {
    const { house } = await scene();
    const unknown = { mailboxId: newId(), token: 'A'.repeat(43) };
    for (const body of ['', 'x', null, [], { mailboxId: 'x' }, unknown]) {
      expect((await house.post('/left', body)).status).toBe(204);
    }
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
