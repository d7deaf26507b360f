import { expect, test } from 'vitest';
import { consentTerms } from '#lib/signals/consent-terms.ts';
import { addSealed } from '../access/test-cast.ts';
import { dayOf } from '../days.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { addMember, addOrganisation, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { sweep } from '../retention/sweep.ts';
import { testTerms } from './test-terms.ts';

const entryWith = (coolingOffDays: number) => {
  const settings = { ...testTerms.settings, coolingOffMinutes: coolingOffDays * 1440 };
  const founded = foundOrganisation(Date.now());
  return founded.siteEntry(1, 'Example Help', { ...testTerms, settings });
};

describeOnEachDatabase('a case whose consent has ended', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const ours = await addOrganisation(database());
    const siteEntry = entryWith(14);
    await database().organisation.update({ where: { id: ours }, data: { siteEntry } });
    const counsellor = await house.team((await addMember(database(), ours, 1)).cookie);
    const today = dayOf(house.deps.now());
    const add = async (scope: number, day: number) => {
      const pair = await addSealed(database(), ours, scope);
      const where = { refHash: pair.refHash };
      await database().sealedSignal.updateMany({ where, data: { day } });
      await database().consentRegistration.updateMany({ where, data: { day } });
      return pair;
    };
    const isThere = async ({ refHash }: { refHash: Uint8Array<ArrayBuffer> }) =>
      (await database().sealedSignal.count({ where: { refHash } })) === 1;
    return { house, ours, counsellor, today, add, isThere };
  }

  /** What the consent of a yes on that day says at the latest. */
  const untilDay = (day: number, coolingOffDays: number) =>
    consentTerms('case', day, {
      ...testTerms.settings,
      coolingOffMinutes: coolingOffDays * 1440,
    }).untilDay;

  test('goes on the day after its last one, with what was said of it, and a pattern does not', async () => {
    const { house, ours, today, add, isThere } = await scene();
    const life = untilDay(0, 14);
    expect(life).toBe(45);
    const lastDay = await add(1, today - life);
    const ended = await add(1, today - life - 1);
    const pattern = await add(2, today - life - 1);
    const { refHash } = ended;
    const said = { organisationId: ours, memberId: noise(16).toString(), day: today };
    await database().approval.create({ data: { ...said, refHash, contentHash: noise(32) } });
    await sweep(house.deps);
    expect(await Promise.all([lastDay, ended, pattern].map(isThere))).toEqual([true, false, true]);
    expect(await database().approval.count({ where: { refHash } })).toBe(0);
  });

  test('is not brought back by a desk that opens the chat again', async () => {
    const { house, counsellor, today, add, isThere } = await scene();
    const ended = await add(1, today - 46);
    const alive = await add(1, today - 45);
    await sweep(house.deps);
    const again = { scope: 1, epoch: 1, blob: noise(1300) };
    const store = (pair: object) => counsellor.ask('signal:store', { ...pair, ...again });
    expect(await store(ended)).toEqual({ ok: false, code: 'not_allowed' });
    expect(await store(alive)).toEqual({ ok: true });
    expect(await isThere(ended)).toBe(false);
  });

  test('waits for the longest cooling-off that a card may have named, of its own organisation', async () => {
    const { house, ours, today, add, isThere } = await scene();
    const record = { siteVersion: 1, adminCert: noise(64), untilDay: today };
    const long = { ...record, siteEntry: entryWith(60) };
    const stranger = await addOrganisation(database());
    await database().earlierRecord.create({ data: { ...long, organisationId: stranger } });
    const replaced = { ...long, siteVersion: 2, untilDay: today - 46 - 32 };
    await database().earlierRecord.create({ data: { ...replaced, organisationId: ours } });
    const one = await add(1, today - 46);
    await sweep(house.deps);
    expect(await isThere(one)).toBe(false);
    await database().earlierRecord.create({ data: { ...long, organisationId: ours } });
    const [kept, ended] = [await add(1, today - 91), await add(1, today - 92)];
    expect(untilDay(0, 60)).toBe(91);
    await sweep(house.deps);
    expect([await isThere(kept), await isThere(ended)]).toEqual([true, false]);
  });
});
