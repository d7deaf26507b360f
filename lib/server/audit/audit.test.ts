import { expect, test } from 'vitest';
import { checkAuditChain } from '#lib/crypto/organisation/audit-chain.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, addOrganisation } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { appendAudit } from './append.ts';
import { auditPage } from './data.ts';
import { dropOldAudit } from './mutations.ts';

/** Of these days: what is old goes with the sweep of the house itself. */
const firstDay = Math.floor(Date.now() / 86_400_000);

describeOnEachDatabase('the log of an organisation', (database) => {
  const openHouse = useHouse(database);

  async function scene(count: number) {
    const house = await openHouse();
    const ours = await addOrganisation(database());
    const supervisor = await addMember(database(), ours, 2);
    const office = await house.team(supervisor.cookie);
    const { memberId } = supervisor;
    await database().$transaction(async (tx) => {
      for (let i = 0; i < count; i += 1) {
        const by = { memberId, today: firstDay + i };
        await appendAudit(tx, ours, by, 'signal.approved', `subject ${i}`);
      }
    });
    const read = async (from = 0) => (await office.ask('audit:read', { from })).entries;
    return { house, ours, office, supervisor, read };
  }

  test('is read by supervisors alone, in pages', async () => {
    const { house, ours, read } = await scene(auditPage + 2);
    const first = await read();
    expect(first).toHaveLength(auditPage);
    const rest = await read(auditPage + 1);
    expect(rest.map(({ n }: { n: number }) => n)).toEqual([auditPage + 1, auditPage + 2]);
    expect(checkAuditChain(ours, [...first, ...rest])).toMatchObject({ ok: true });
    const counsellor = await house.team((await addMember(database(), ours, 1)).cookie);
    const answer = await counsellor.ask('audit:read', { from: 0 });
    expect(answer).toEqual({ ok: false, code: 'not_allowed' });
  });

  test('checks out in a browser, and a change anywhere is found by its number', async () => {
    const { ours, read } = await scene(4);
    const entries = await read();
    expect(checkAuditChain(ours, entries)).toMatchObject({ ok: true, count: 4 });
    const changed = (n: number, change: object) =>
      checkAuditChain(
        ours,
        entries.map((one: { n: number }) => (one.n === n ? { ...one, ...change } : one)),
      );
    for (const change of [{ day: 1 }, { actor: 'f'.repeat(32) }, { action: 'signal.released' }])
      expect(changed(2, change)).toEqual({ ok: false, broken: 2 });
    const about = { ...entries[2].about, ref: 'another subject' };
    expect(changed(3, { about })).toEqual({ ok: false, broken: 3 });
    // Whoever forges an entry and its hash breaks the next one.
    expect(changed(2, { ...entries[2], n: 2 })).toEqual({ ok: false, broken: 2 });
    expect(checkAuditChain(ours, entries.toSpliced(1, 1))).toEqual({ ok: false, broken: 2 });
    expect(checkAuditChain('0'.repeat(32), entries)).toEqual({ ok: false, broken: 1 });
  });

  test('still holds when subjects were deleted, and when old entries left from the front', async () => {
    const { ours, read } = await scene(4);
    await database().auditRef.deleteMany({ where: { organisationId: ours, n: 3 } });
    expect(await dropOldAudit(database(), firstDay + 2 + 730)).toBe(2);
    const entries = await read();
    expect(
      entries.map(({ n, about }: { n: number; about: unknown }) => [n, about === null]),
    ).toEqual([
      [3, true],
      [4, false],
    ]);
    expect(checkAuditChain(ours, entries)).toMatchObject({ ok: true, count: 2 });
  });
});
