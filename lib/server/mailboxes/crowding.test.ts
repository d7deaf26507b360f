import { expect, test } from 'vitest';
import { solveWork } from '#lib/crypto/primitives/proof-of-work.ts';
import { limits } from '#lib/protocol/limits.ts';
import { fromBase64url, toBase64url } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { refuseOnce } from '../realtime/test-failing-database.ts';
import { newPerson } from '../realtime/test-people.ts';
import { startsOf } from './starts.ts';
import { useHelpScenes } from './test-scenes.ts';
import { waitingPerPlace } from './waiting-places.ts';

const full = { ok: false, code: 'full' };

describeOnEachDatabase('who would fill the queue of an organisation', (database) => {
  const { scene } = useHelpScenes(database);

  test('one connection opens one mailbox, and the queue stays open for everybody else', async () => {
    const { house, page, ours } = await scene();
    const answers = [];
    for (let i = 0; i < limits.waitingMailboxes; i += 1) {
      const { opening } = newPerson(ours);
      answers.push(await page.ask('mailbox:open', { ...opening, work: null }));
    }
    expect(answers[0]).toMatchObject({ ok: true, place: 1 });
    for (const answer of answers.slice(1))
      expect(answer).toEqual({ ok: false, code: 'not_allowed' });
    expect(await database().mailbox.count()).toBe(1);
    const other = await house.help();
    const next = await other.ask('mailbox:open', newPerson(ours).opening);
    expect(next).toMatchObject({ ok: true, place: 2 });
  });

  test('a place has its share of the queue, whoever comes and goes, and other places keep theirs', async () => {
    const { house, desk, ours } = await scene();
    house.deps.env.trustProxy = true;
    const from = (address: string) => house.help({ 'x-forwarded-for': address });
    const open = async (address: string) => {
      const page = await from(address);
      const { opening } = newPerson(ours);
      return { page, opening, answer: await page.ask('mailbox:open', { ...opening, work: null }) };
    };
    const [first, second] = [await open('203.0.113.7'), await open('203.0.113.7')];
    for (let i = 2; i < waitingPerPlace; i += 1) {
      const { page, answer } = await open('203.0.113.7');
      expect(answer).toMatchObject({ ok: true });
      // Gone again, and the chat still waits: that makes no room.
      if (i > 10) page.socket.disconnect();
    }
    const late = await open('203.0.113.7');
    expect(late.answer).toEqual(full);
    expect(await late.page.ask('mailbox:open', { ...late.opening, work: null })).toEqual(full);
    expect((await open('203.0.113.8')).answer).toMatchObject({ ok: true });
    // Who waits already may ask again, and come back from wherever they are.
    const again = { ...first.opening, work: null };
    expect(await first.page.ask('mailbox:open', again)).toMatchObject({ ok: true });
    // Who leaves makes room, and so does who is answered.
    await second.page.ask('chat:end', {});
    expect((await open('203.0.113.7')).answer).toMatchObject({ ok: true });
    expect((await open('203.0.113.7')).answer).toEqual(full);
    expect(await desk.told('mailbox:waiting')).toHaveLength(waitingPerPlace + 2);
  });

  test('a database that stores nothing for a while fills a place with nobody', async () => {
    const { house, ours } = await scene();
    house.deps.env.trustProxy = true;
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const { opening } = newPerson(ours);
    const unlucky = await house.help(from);
    for (let i = 0; i < waitingPerPlace + 1; i += 1) {
      refuseOnce(house);
      expect(await unlucky.ask('mailbox:open', opening)).toEqual({
        ok: false,
        code: 'unavailable',
      });
    }
    expect(await database().mailbox.count()).toBe(0);
    expect(await unlucky.ask('mailbox:open', opening)).toMatchObject({ ok: true });
  });

  test('when many start at once, work is asked for, and who did it waits before who did not', async () => {
    const { house, desk, ours } = await scene();
    const { opening } = newPerson(ours);
    const early = await (await house.help()).ask('mailbox:open', opening);
    expect(early).toMatchObject({ ok: true, place: 1 });
    for (let i = 0; i < 40; i += 1) startsOf(house.deps).count();

    const [slow, quick] = [newPerson(ours), newPerson(ours)];
    const page = await house.help();
    const asked = await page.ask('mailbox:open', slow.opening);
    expect(asked).toMatchObject({ ok: false, code: 'work_needed' });
    expect(asked.bits).toBeGreaterThan(0);
    expect(await database().mailbox.count()).toBe(1);
    const inVain = await page.ask('mailbox:open', { ...slow.opening, work: null });
    // No place is promised: others may still come in front.
    expect(inVain).toMatchObject({ ok: true, state: 'waiting', place: 0 });

    const other = await house.help();
    const offer = await other.ask('mailbox:open', quick.opening);
    const nonce = solveWork(fromBase64url(offer.challenge), offer.bits);
    const work = { challenge: offer.challenge, nonce: toBase64url(nonce) };
    const solved = await other.ask('mailbox:open', { ...quick.opening, work });
    expect(solved).toMatchObject({ ok: true, state: 'waiting', place: 2 });
    // The answer was lost: the same request again, with a solution that is used up.
    expect(await other.ask('mailbox:open', { ...quick.opening, work })).toEqual(solved);
    const third = await house.help();
    const twice = await third.ask('mailbox:open', { ...newPerson(ours).opening, work });
    expect(twice).toMatchObject({ code: 'work_needed' });

    const { waiting } = await desk.ask('queue:read', {});
    const ids = waiting.map(({ mailboxId }: { mailboxId: string }) => mailboxId);
    expect(ids).toEqual([opening.mailboxId, quick.mailboxId, slow.mailboxId]);
  });
});
