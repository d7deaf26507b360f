import { expect, test, vi } from 'vitest';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';
import { limits } from '#lib/protocol/limits.ts';
import { fromBase64url, toBase64url } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { newFrame, newId, newPerson, newSend, noise, startFrame } from '../realtime/test-people.ts';
import { useHelpScenes } from './test-scenes.ts';

describeOnEachDatabase('the help side', (database) => {
  const { scene, takenScene } = useHelpScenes(database);

  test('whoever starts a chat waits, and only the organisation they chose hears of it', async () => {
    const { page, desk, colleague, stranger, newcomer, person } = await scene();
    const answer = await page.ask('mailbox:open', person.opening);
    expect(answer).toEqual({
      ok: true,
      state: 'waiting',
      place: 1,
      counsellorPresent: false,
      attendance: 'here',
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

  test('nobody is refused while there is a place; the last ones cost work, and a full queue says so', async () => {
    const { house, page, ours, theirs, person } = await scene();
    const full = { ok: false, code: 'full' };
    const crowd = (length: number) =>
      database().mailbox.createMany({
        data: Array.from({ length }, () => ({
          id: newId(),
          organisationId: ours,
          tokenHash: noise(32),
          state: 'waiting',
          openedDay: 1,
          expiresDay: 1_000_000,
        })),
      });
    await crowd(limits.waitingMailboxes - 1);
    const idle = { ...newPerson(ours).opening, work: null };
    expect(await (await house.help()).ask('mailbox:open', idle)).toMatchObject({ ok: true });
    // Two hundred wait, although few came in this minute: who comes now is asked, not refused.
    const offer = await page.ask('mailbox:open', person.opening);
    expect(offer).toMatchObject({ ok: false, code: 'work_needed', bits: limits.startWorkBits });
    expect(await page.ask('mailbox:open', { ...person.opening, work: null })).toEqual(full);
    const nonce = solveWork(fromBase64url(offer.challenge), offer.bits);
    const work = { challenge: offer.challenge, nonce: toBase64url(nonce) };
    const solved = await page.ask('mailbox:open', { ...person.opening, work });
    expect(solved).toMatchObject({ ok: true, place: limits.waitingMailboxes + 1 });
    await crowd(limits.waitingSolved - limits.waitingMailboxes - 1);
    const late = { ...newPerson(ours).opening };
    const other = await house.help();
    const last = await other.ask('mailbox:open', late);
    const done = solveWork(fromBase64url(last.challenge), last.bits);
    const lateWork = { challenge: last.challenge, nonce: toBase64url(done) };
    expect(await other.ask('mailbox:open', { ...late, work: lateWork })).toEqual(full);
    expect(await (await house.help()).ask('mailbox:open', newPerson(theirs).opening)).toMatchObject(
      { ok: true },
    );
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
});
