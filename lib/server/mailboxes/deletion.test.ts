import { expect, test, vi } from 'vitest';
import { limits } from '#lib/protocol/limits.ts';
import { addSealed } from '../access/test-cast.ts';
import { h32 } from '../consents/mutations.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { failOnce, refuseOnce } from '../realtime/test-failing-database.ts';
import {
  addMember,
  addOrganisation,
  newFrame,
  newId,
  newPerson,
  newSend,
  newTake,
  noise,
} from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

describeOnEachDatabase('delete everything', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const organisationId = await addOrganisation(database());
    const member = await addMember(database(), organisationId);
    const person = newPerson(organisationId);
    const page = await house.help();
    await page.ask('mailbox:open', person.opening);
    const { mailboxId, token } = person;
    return {
      ...{ house, organisationId, member, person, page, mailboxId },
      desk: await house.team(member.cookie),
      colleague: await house.team((await addMember(database(), organisationId)).cookie),
      deletion: { mailboxId, token, last: newFrame() },
    };
  }

  /** The same, with something in every table that a conversation fills. */
  async function talking() {
    const all = await scene();
    const { desk, page, mailboxId } = all;
    await desk.ask('conversation:take', newTake(mailboxId));
    const archive = [{ i: 0, direction: 1 as const, blob: noise(600) }];
    await desk.ask('conversation:send', { ...newSend(mailboxId, 2), archive });
    await page.ask('frame:send', newFrame());
    expect(await stored()).toEqual([1, 4, 1, 1, 1]);
    return all;
  }

  const stored = async () => {
    const db = database();
    const { mailbox, frame, conversationKeyWrap, checkpoint, archiveRecord } = db;
    const tables = [mailbox, frame, conversationKeyWrap, checkpoint, archiveRecord];
    return Promise.all(tables.map((table) => (table as typeof mailbox).count()));
  };
  const nothing = [0, 0, 0, 0, 0];
  const ok = { ok: true };
  const notAllowed = { ok: false, code: 'not_allowed' };

  test('nothing of the conversation stays, and the holder alone hears of it, with the proof', async () => {
    const { page, desk, colleague, member, house, mailboxId, deletion } = await talking();
    const otherWindow = await house.team(member.cookie);
    expect(await page.ask('chat:delete', deletion)).toEqual(ok);
    expect(await stored()).toEqual(nothing);
    for (const window of [desk, otherWindow]) {
      const told = await window.told('conversation:deleted');
      expect(told).toEqual([{ mailboxId, last: deletion.last }]);
    }
    expect(await colleague.told('conversation:deleted')).toEqual([]);
    expect(await desk.ask('conversation:read', {})).toEqual({ ok: true, conversations: [] });
    expect(await desk.ask('conversation:send', newSend(mailboxId, 3))).toEqual(notAllowed);
  });

  test('somebody who waits leaves the queue, and whoever comes after them moves up', async () => {
    const { house, organisationId, page, desk, colleague, mailboxId, deletion } = await scene();
    const next = newPerson(organisationId);
    const nextPage = await house.help();
    await nextPage.ask('mailbox:open', next.opening);
    expect(await page.ask('chat:delete', deletion)).toEqual(ok);
    expect(await stored()).toEqual([1, 1, 0, 0, 0]);
    for (const each of [desk, colleague]) {
      expect(await each.told('mailbox:gone')).toEqual([{ mailboxId }]);
    }
    expect(await nextPage.told('queue:moved')).toEqual([{ place: 1 }]);
    expect(await desk.ask('conversation:take', newTake(mailboxId))).toEqual(notAllowed);
  });

  test('after the end too, by a connection that spoke for nobody yet', async () => {
    const { house, page, desk, mailboxId, deletion } = await talking();
    await page.ask('chat:end', { last: newFrame() });
    page.socket.disconnect();
    expect(await (await house.help()).ask('chat:delete', deletion)).toEqual(ok);
    expect(await stored()).toEqual(nothing);
    expect(await desk.told('conversation:deleted')).toMatchObject([{ mailboxId }]);
  });

  test('asked again, it is answered the same way, and nobody is told twice', async () => {
    const { house, page, desk, deletion } = await talking();
    await page.ask('chat:delete', deletion);
    expect(await page.ask('chat:delete', deletion)).toEqual(ok);
    expect(await (await house.help()).ask('chat:delete', deletion)).toEqual(ok);
    expect(await desk.told('conversation:deleted')).toHaveLength(1);
  });

  test('a request that was late makes nothing of it again', async () => {
    const { house, page, person, deletion } = await talking();
    await page.ask('chat:delete', deletion);
    expect(await page.ask('frame:send', newFrame())).toEqual(notAllowed);
    const late = await house.help();
    expect(await late.ask('mailbox:open', person.opening)).toEqual({ ok: false, code: 'closed' });
    const { mailboxId, token } = deletion;
    expect(await late.ask('mailbox:attach', { mailboxId, token })).toEqual(notAllowed);
    expect(await stored()).toEqual(nothing);
  });

  test('who may not: whoever lacks the token, and whoever belongs to the team', async () => {
    const { house, desk, deletion } = await talking();
    const other = await house.help();
    const wrong = { ...deletion, token: noise(32) };
    expect(await other.ask('chat:delete', wrong)).toEqual(notAllowed);
    const beacon = beaconOf(wrong, { last: undefined });
    expect((await house.post('/left', beacon)).status).toBe(204);
    expect(await desk.ask('chat:delete', deletion)).toEqual({ ok: false, code: 'unknown_event' });
    expect(await stored()).toEqual([1, 4, 1, 1, 1]);
    expect(await desk.told('conversation:deleted')).toEqual([]);
    // Another mailbox, with a token of one's own, is nobody's.
    expect(await other.ask('chat:delete', { mailboxId: newId(), token: noise(32) })).toEqual(ok);
    expect(await stored()).toEqual([1, 4, 1, 1, 1]);
  });

  const base64url = (value: Uint8Array) => Buffer.from(value).toString('base64url');
  const beaconOf = (
    { mailboxId, token }: { mailboxId: string; token: Uint8Array },
    { last }: { last: { frameId: string; blob: Uint8Array } | undefined },
  ) => ({
    mailboxId,
    token: base64url(token),
    erase: last ? { last: { frameId: last.frameId, blob: base64url(last.blob) } } : {},
  });

  test('leaving while it is deleted deletes at once', async () => {
    const { house, desk, mailboxId, deletion } = await talking();
    expect((await house.post('/left', beaconOf(deletion, deletion))).status).toBe(204);
    expect(await stored()).toEqual(nothing);
    expect(await desk.told('conversation:deleted')).toEqual([{ mailboxId, last: deletion.last }]);
    expect(await desk.told('conversation:closed')).toEqual([]);
  });

  test('leaving while it is deleted takes back what was agreed to', async () => {
    const { house, deletion } = await talking();
    const { organisationId } = await database().mailbox.findFirstOrThrow();
    const consentRef = noise(16);
    const refHash = h32(consentRef);
    await database().consentRegistration.create({ data: { refHash, bodyHash: noise(32), day: 1 } });
    const other = await addSealed(database(), organisationId);
    const sealed = { organisationId, scope: 2, epoch: 1, day: 1, blob: noise(1300) };
    await database().sealedSignal.create({ data: { ...sealed, refHash } });
    const beacon = beaconOf(deletion, deletion);
    const consents = [base64url(consentRef)];
    const erase = { ...beacon.erase, consents };
    expect((await house.post('/left', { ...beacon, erase })).status).toBe(204);
    expect(await stored()).toEqual(nothing);
    const left = await database().sealedSignal.findMany();
    expect(left.map((one) => one.refHash)).toEqual([other.refHash]);
  });

  test('leaving while it is deleted takes back all that one chat can have agreed to', async () => {
    const { house, deletion } = await talking();
    const refs = Array.from({ length: limits.consentsPerChat }, () => noise(16));
    const data = refs.map((ref) => ({ refHash: h32(ref), bodyHash: noise(32), day: 1 }));
    await database().consentRegistration.createMany({ data });
    const last = { frameId: newId(), blob: noise(limits.signalBytes) };
    const beacon = beaconOf(deletion, { last });
    const erase = { ...beacon.erase, consents: refs.map(base64url) };
    expect((await house.post('/left', { ...beacon, erase })).status).toBe(204);
    expect(await stored()).toEqual(nothing);
    expect(await database().consentRegistration.count({ where: { withdrawn: false } })).toBe(0);
  });

  const failing = [
    ['taking back', 1],
    ['deleting', 2],
  ] as const;
  test.each(failing)('nobody asks again, so the server does, when %s fails', async (_what, nth) => {
    const { house, desk, mailboxId, deletion } = await talking();
    const consentRef = noise(16);
    const refHash = h32(consentRef);
    await database().consentRegistration.create({ data: { refHash, bodyHash: noise(32), day: 1 } });
    const beacon = beaconOf(deletion, deletion);
    const erase = { ...beacon.erase, consents: [base64url(consentRef)] };
    refuseOnce(house, nth);
    expect((await house.post('/left', { ...beacon, erase })).status).toBe(204);
    expect(house.lines).toHaveLength(1);
    expect(await stored()).toEqual(nothing);
    expect(await database().consentRegistration.count({ where: { withdrawn: false } })).toBe(0);
    expect(await desk.told('conversation:deleted')).toEqual([{ mailboxId, last: deletion.last }]);
  });

  test('an exit whose news fail is told all the same', async () => {
    const { house, page, desk, mailboxId, deletion } = await scene();
    failOnce(house, 'mailbox', 'findMany');
    const { token } = beaconOf(deletion, deletion);
    expect((await house.post('/left', { mailboxId, token })).status).toBe(204);
    expect(await desk.told('mailbox:gone')).toEqual([{ mailboxId }]);
    expect(await desk.told('person:presence')).toEqual([{ mailboxId, presence: 'left' }]);
    await vi.waitFor(() => expect(page.socket.connected).toBe(false));
  });

  test('no field of the deletion may be larger than a message without a text needs', async () => {
    const { house, deletion } = await talking();
    const last = { frameId: newId(), blob: noise(1025) };
    expect((await house.post('/left', beaconOf(deletion, { last }))).status).toBe(204);
    expect(await stored()).toEqual([1, 4, 1, 1, 1]);
  });
});
