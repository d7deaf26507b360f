import { expect, test } from 'vitest';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { auditHash } from '../audit/append.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { addMember, addOrganisation } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { sweep } from '../retention/sweep.ts';
import { testTerms } from './test-terms.ts';

const notAllowed = { ok: false, code: 'not_allowed' };
const samePerson = { ok: false, code: 'same_person' };
const nothingWaits = { ok: true, proposal: null, earlier: [] };

describeOnEachDatabase('units and settings of signals', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const founded = foundOrganisation(house.deps.now());
    const { organisationId, adminCert } = founded;
    await database().organisation.create({
      data: {
        id: organisationId,
        siteVersion: 1,
        directoryLength: 0,
        adminCert,
        siteEntry: founded.siteEntry(1),
        directoryHead: new Uint8Array(32),
      },
    });
    const member = (roles: number) => addMember(database(), organisationId, roles);
    const [one, two, three] = [await member(3), await member(3), await member(1)];
    const [first, second, counsellor] = [
      await house.team(one.cookie),
      await house.team(two.cookie),
      await house.team(three.cookie),
    ];
    const publish = (version: number, terms?: SignalTerms) => ({
      siteEntry: founded.siteEntry(version, 'Example Help', terms),
      adminCert,
    });
    const version = async () =>
      (await database().organisation.findUniqueOrThrow({ where: { id: organisationId } }))
        .siteVersion;
    const stranger = await addMember(database(), await addOrganisation(database()), 3);
    const theirs = await house.team(stranger.cookie);
    return { house, organisationId, one, two, first, second, counsellor, theirs, publish, version };
  }

  test('take two: whoever proposes them cannot confirm them', async () => {
    const { one, first, second, publish, version } = await scene();
    expect(await second.ask('organisation:publish', publish(2, testTerms))).toEqual(notAllowed);
    expect(await first.ask('terms:propose', { terms: testTerms })).toEqual({ ok: true });
    expect(await first.ask('organisation:publish', publish(2, testTerms))).toEqual(samePerson);
    expect(await version()).toBe(1);
    const { proposal } = await second.ask('terms:read', {});
    expect(proposal).toMatchObject({ memberId: one.memberId, terms: testTerms });
    const other = { ...testTerms, units: [] };
    expect(await second.ask('organisation:publish', publish(2, other))).toEqual(notAllowed);
    expect(await second.ask('organisation:publish', publish(2, testTerms))).toEqual({ ok: true });
    expect(await version()).toBe(2);
    expect(await first.ask('terms:read', {})).toEqual(nothingWaits);
    // Hours and the like stay one person's work, as long as nothing of these changes.
    expect(await first.ask('organisation:publish', publish(3, testTerms))).toEqual({ ok: true });
    expect(await first.ask('organisation:publish', publish(4))).toEqual(notAllowed);
  });

  test('a confirmation holds for what was looked at, not for what took its place since', async () => {
    const { first, second, publish, version } = await scene();
    const later = { ...testTerms, settings: { ...testTerms.settings, kCase: 90 } };
    await first.ask('terms:propose', { terms: testTerms });
    await first.ask('terms:propose', { terms: later });
    expect(await second.ask('organisation:publish', publish(2, testTerms))).toEqual(notAllowed);
    expect(await version()).toBe(1);
    expect(await second.ask('organisation:publish', publish(2, later))).toEqual({ ok: true });
  });

  test('a counsellor neither proposes nor reads them, and hears nothing', async () => {
    const { first, second, counsellor } = await scene();
    expect(await counsellor.ask('terms:propose', { terms: testTerms })).toEqual(notAllowed);
    expect(await counsellor.ask('terms:read', {})).toEqual(notAllowed);
    await first.ask('terms:propose', { terms: testTerms });
    expect(await second.told('terms:changed')).toHaveLength(1);
    await counsellor.settle();
    expect(counsellor.heard.map(({ event }) => event)).not.toContain('terms:changed');
  });

  test('what somebody proposed who was suspended since counts no more', async () => {
    const { one, first, second, publish } = await scene();
    await first.ask('terms:propose', { terms: testTerms });
    const where = { id: one.memberId };
    await database().member.update({ where, data: { status: 'suspended' } });
    expect(await second.ask('organisation:publish', publish(2, testTerms))).toEqual(notAllowed);
  });

  test('are taken away by either of two, and who proposed hears what became of it', async () => {
    const { first, second, publish } = await scene();
    await first.ask('terms:propose', { terms: testTerms });
    expect(await second.ask('terms:drop', {})).toEqual({ ok: true });
    expect(await first.told('terms:changed')).toHaveLength(1);
    expect(await first.ask('terms:read', {})).toEqual(nothingWaits);
    expect(await second.ask('organisation:publish', publish(2, testTerms))).toEqual(notAllowed);
    await first.ask('terms:propose', { terms: testTerms });
    await second.ask('organisation:publish', publish(2, testTerms));
    await first.ask('terms:read', {});
    expect(await first.told('terms:changed')).toHaveLength(2);
  });

  test('of two units with one name or one key are refused, and the log knows', async () => {
    const { organisationId, one, first } = await scene();
    const [unit] = testTerms.units as [SignalTerms['units'][number]];
    const other = { ...unit, name: unit.name.toUpperCase(), key: `age1${'p'.repeat(58)}` };
    for (const twin of [other, { ...unit, name: 'Another' }]) {
      const answer = await first.ask('terms:propose', {
        terms: { ...testTerms, units: [unit, twin] },
      });
      expect(answer).toEqual({ ok: false, code: 'malformed' });
    }
    const log = await first.ask('audit:read', { from: 0 });
    expect(log.entries).toMatchObject(
      [1, 2].map((n) => ({
        n,
        actor: one.memberId,
        action: 'terms.refused',
        about: { ref: 'malformed' },
      })),
    );
    expect(await database().auditEntry.count({ where: { organisationId } })).toBe(2);
  });

  test('what was in force before stays readable, signed as it was, until no consent can rest on it', async () => {
    const { house, first, second, publish, theirs } = await scene();
    const change = async (version: number, terms: SignalTerms) => {
      await first.ask('terms:propose', { terms });
      const answer = await second.ask('organisation:publish', publish(version, terms));
      expect(answer).toEqual({ ok: true });
    };
    await change(2, testTerms);
    expect(await first.ask('terms:read', {})).toEqual(nothingWaits);
    // Hours and the like leave nothing behind.
    await second.ask('organisation:publish', publish(3, testTerms));
    await change(4, { ...testTerms, units: [] });
    await change(5, { ...testTerms, settings: { ...testTerms.settings, k: 11 } });
    const { earlier } = await first.ask('terms:read', {});
    const entries = earlier.map((one: { siteEntry: Uint8Array }) => Buffer.from(one.siteEntry));
    const were = [publish(4, { ...testTerms, units: [] }), publish(3, testTerms)];
    expect(entries).toEqual(were.map(({ siteEntry }) => Buffer.from(siteEntry)));
    expect(await theirs.ask('terms:read', {})).toEqual(nothingWaits);
    house.clock.ahead = 730 * 86_400_000;
    await sweep(house.deps);
    expect(await database().earlierRecord.count()).toBe(2);
    house.clock.ahead = 731 * 86_400_000;
    await sweep(house.deps);
    expect(await database().earlierRecord.count()).toBe(0);
  });

  test('a cooling-off under 14 days is refused outside a demo', async () => {
    const { first } = await scene();
    const settings = { ...testTerms.settings, coolingOffMinutes: 60 };
    const answer = await first.ask('terms:propose', { terms: { ...testTerms, settings } });
    expect(answer).toEqual({ ok: false, code: 'malformed' });
  });

  test('each step stands in a log whose chain shows every change', async () => {
    const { organisationId, one, two, first, second, publish } = await scene();
    await first.ask('terms:propose', { terms: testTerms });
    await first.ask('organisation:publish', publish(2, testTerms));
    await second.ask('organisation:publish', publish(2, testTerms));
    const where = { organisationId };
    const log = await database().auditEntry.findMany({ where, orderBy: { n: 'asc' } });
    expect(log.map(({ n, actor, action }) => [n, actor, action])).toEqual([
      [1, one.memberId, 'terms.proposed'],
      [2, one.memberId, 'terms.refused'],
      [3, two.memberId, 'terms.confirmed'],
    ]);
    let prev: Uint8Array = new Uint8Array(32);
    for (const entry of log) {
      expect(Uint8Array.from(entry.prev)).toEqual(prev);
      prev = Uint8Array.from(entry.hash);
      expect(auditHash(organisationId, entry)).toEqual(prev);
      const other = { ...entry, actor: 'somebody else' };
      expect(auditHash(organisationId, other)).not.toEqual(prev);
    }
  });
});
