import { expect, test } from 'vitest';
import { addHeld } from '../access/test-cast.ts';
import { h32 } from '../consents/mutations.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, addOrganisation, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const notAllowed = { ok: false, code: 'not_allowed' };

describeOnEachDatabase('a sealed signal', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const ours = await addOrganisation(database());
    const [counsellor, supervisor] = [
      await addMember(database(), ours, 1),
      await addMember(database(), ours, 2),
    ];
    const held = await addHeld(database(), counsellor);
    const page = await house.help();
    await page.ask('mailbox:attach', { mailboxId: held.mailboxId, token: held.token });
    const desk = await house.team(counsellor.cookie);
    const office = await house.team(supervisor.cookie);
    const consentRef = noise(16);
    const pair = { refHash: h32(consentRef), bodyHash: noise(32) };
    const sealed = { ...pair, scope: 2, epoch: 1, blob: noise(1300) };
    const stored = () => database().sealedSignal.count({ where: { organisationId: ours } });
    return { house, ours, held, page, desk, office, consentRef, pair, sealed, stored };
  }

  test('is refused until a page registered its consent, and with another body', async () => {
    const { page, desk, pair, sealed, stored } = await scene();
    expect(await desk.ask('signal:store', sealed)).toEqual(notAllowed);
    expect(await page.ask('consent:register', pair)).toEqual({ ok: true });
    expect(await desk.ask('signal:store', { ...sealed, bodyHash: noise(32) })).toEqual(notAllowed);
    expect(await stored()).toBe(0);
    expect(await desk.ask('signal:store', sealed)).toEqual({ ok: true });
    expect(await desk.ask('signal:store', sealed)).toEqual({ ok: true });
    expect(await stored()).toBe(1);
  });

  test('the newest seal of a consent counts, and waits no longer than the first', async () => {
    const { ours, page, desk, pair, sealed, stored } = await scene();
    await page.ask('consent:register', pair);
    await desk.ask('signal:store', { ...sealed, scope: 1 });
    const where = { organisationId_refHash: { organisationId: ours, refHash: pair.refHash } };
    const day = 3;
    await database().sealedSignal.update({ where, data: { day } });
    expect(await desk.ask('signal:store', { ...sealed, epoch: 2 })).toEqual({ ok: true });
    const now = await database().sealedSignal.findUniqueOrThrow({ where });
    expect(now).toMatchObject({ scope: 2, epoch: 2, day });
    expect(Uint8Array.from(now.blob)).toEqual(sealed.blob);
    expect(await stored()).toBe(1);
  });

  test('tells supervisors what the page registered, of one that was passed on as well', async () => {
    const { house, ours, page, desk, office, pair, sealed } = await scene();
    await page.ask('consent:register', pair);
    await desk.ask('signal:store', sealed);
    const theirs = await addOrganisation(database());
    const { refHash } = pair;
    const row = { refHash, scope: 2, epoch: 1, day: 1, blob: noise(1300), originId: ours };
    await database().sealedSignal.create({ data: { ...row, organisationId: theirs } });
    const [there, members] = [
      await house.team((await addMember(database(), theirs, 2)).cookie),
      await house.team((await addMember(database(), theirs, 1)).cookie),
    ];
    for (const one of [office, there]) {
      const { signals } = await one.ask('signals:read', {});
      expect(signals).toHaveLength(1);
      expect(Uint8Array.from(signals[0].bodyHash)).toEqual(pair.bodyHash);
    }
    // What was passed on is replaced by nobody there.
    expect(await members.ask('signal:store', sealed)).toEqual({ ok: true });
    const [kept] = (await there.ask('signals:read', {})).signals;
    expect(Uint8Array.from(kept.blob)).toEqual(row.blob);
    await database().consentRegistration.delete({ where: { refHash } });
    expect((await there.ask('signals:read', {})).signals[0].bodyHash).toBeNull();
  });

  test('a registration names no mailbox, no organisation and no time but the day', async () => {
    const { page, pair } = await scene();
    await page.ask('consent:register', pair);
    const { refHash } = pair;
    const row = await database().consentRegistration.findUniqueOrThrow({ where: { refHash } });
    expect(Object.keys(row).sort()).toEqual(['bodyHash', 'day', 'left', 'refHash', 'withdrawn']);
    expect(row.day).toBeLessThan(100_000);
  });

  test('that is taken back is gone for good, and every answer is the same', async () => {
    const { page, desk, consentRef, pair, sealed, stored } = await scene();
    await page.ask('consent:register', pair);
    await desk.ask('signal:store', sealed);
    expect(await stored()).toBe(1);
    const unknown = await page.ask('consent:withdraw', { consentRef: noise(16) });
    expect(await stored()).toBe(1);
    const done = await page.ask('consent:withdraw', { consentRef });
    expect(await stored()).toBe(0);
    const again = await page.ask('consent:withdraw', { consentRef });
    expect([unknown, done, again]).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await page.ask('consent:register', pair)).toEqual(notAllowed);
    expect(await desk.ask('signal:store', sealed)).toEqual(notAllowed);
    expect(await stored()).toBe(0);
  });

  test('of storing and taking back at the same time, taking back wins', async () => {
    const { page, desk, consentRef, pair, sealed, stored } = await scene();
    await page.ask('consent:register', pair);
    await Promise.all([
      desk.ask('signal:store', sealed),
      page.ask('consent:withdraw', { consentRef }),
    ]);
    expect(await stored()).toBe(0);
  });

  test('is told to supervisors only, and a call for help too', async () => {
    const { held, page, desk, office, pair, sealed } = await scene();
    await page.ask('consent:register', pair);
    await desk.ask('signal:store', sealed);
    await desk.ask('supervisor:call', { mailboxId: held.mailboxId });
    for (const one of [page, desk, office]) await one.settle();
    const names = (heard: readonly { event: string }[]) => heard.map(({ event }) => event);
    expect(names(office.heard)).toEqual(
      expect.arrayContaining(['signal:changed', 'supervisor:called']),
    );
    expect(JSON.stringify(office.heard)).not.toContain(held.mailboxId);
    for (const other of [page, desk]) {
      expect(names(other.heard)).not.toContain('signal:changed');
      expect(names(other.heard)).not.toContain('supervisor:called');
    }
  });
});
