import { expect, test } from 'vitest';
import { MOST_REFERENCES } from '#lib/protocol/signal-fields.ts';
import { addHeld, addSealed } from '../access/test-cast.ts';
import { h32 } from '../consents/mutations.ts';
import { sha256 } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, addOrganisation, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { deleteWaitedTooLong } from '../signals/mutations.ts';

const refused = (code: string) => ({ ok: false, code });
const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

describeOnEachDatabase('the pattern of a quarter', (database) => {
  const openHouse = useHouse(database);

  async function scene() {
    const house = await openHouse();
    const ours = await addOrganisation(database());
    const members = [await addMember(database(), ours, 2), await addMember(database(), ours, 3)];
    const [one, two] = [
      await house.team(members[0]?.cookie ?? ''),
      await house.team(members[1]?.cookie ?? ''),
    ] as const;
    const sealed = [];
    for (let i = 0; i < 24; i++) sealed.push(await addSealed(database(), ours, 2));
    const refs = sealed.map(({ refHash }) => refHash);
    // Half of them come from another organisation, whose desk this one is.
    const origin = { originId: await addOrganisation(database()) };
    const theirs = { refHash: { in: refs.slice(12) } };
    await database().sealedSignal.updateMany({ where: theirs, data: origin });
    const [first, second] = refs;
    if (!first || !second) throw new Error('no signals');
    const file = noise(400);
    const yes = {
      quarter: '2025-Q3',
      contentHash: noise(32),
      pool: joined(...refs),
      placed: joined(first, second),
      joined: noise(3244),
    };
    const { quarter, contentHash } = yes;
    const release = { releaseId: newId(), quarter, contentHash, fileHash: sha256(file), file };
    return { house, ours, members, one, two, refs, yes, release };
  }

  test('leaves once, with two members who said yes to the same; what is not in it stays', async () => {
    const { one, two, yes, release, ours, refs } = await scene();
    expect(await one.ask('pattern:release', release)).toEqual(refused('not_allowed'));
    // The same member twice is one, and another content or another choice is another yes.
    await one.ask('pattern:approve', yes);
    expect(await one.ask('pattern:approve', yes)).toEqual(refused('same_person'));
    expect(await one.ask('pattern:release', release)).toEqual(refused('not_allowed'));
    const fewer = { pool: joined(...refs.slice(0, 20)) };
    for (const other of [{ contentHash: noise(32) }, { placed: refs[2] }, fewer]) {
      expect(await two.ask('pattern:approve', { ...yes, ...other })).toEqual({ ok: true });
      expect(await two.ask('pattern:release', release)).toEqual(refused('not_allowed'));
    }
    expect(await two.ask('pattern:approve', yes)).toEqual({ ok: true });
    const forged = { ...release, fileHash: noise(32) };
    expect(await two.ask('pattern:release', forged)).toEqual(refused('malformed'));
    expect(await two.ask('pattern:release', release)).toEqual({ ok: true });
    // The answer was lost: the same again is answered the same way.
    expect(await two.ask('pattern:release', release)).toEqual({ ok: true });
    const read = await one.ask('signals:read', {});
    expect(read.signals).toHaveLength(22);
    expect(read.patterns).toEqual([]);
    expect(read.releases).toMatchObject([{ quarter: '2025-Q3', hasFile: true }]);
    // A second one of this quarter, with everything right: refused, and nothing of it stays.
    const rest = { ...yes, pool: joined(...refs.slice(2)), placed: refs[2] };
    expect(await one.ask('pattern:approve', rest)).toEqual(refused('already_taken'));
    const said = await database().auditEntry.findMany({ where: { organisationId: ours } });
    expect(said.filter(({ action }) => action === 'pattern.released')).toHaveLength(1);
    // Every attempt that nobody may make stands in the log, with why.
    const notes = await database().auditRef.findMany({ where: { organisationId: ours } });
    const why = new Map(notes.map(({ n, ref }) => [n, ref]));
    const tried = said.filter(({ action }) => action.endsWith('.refused'));
    expect(tried.map(({ n, action }) => `${action} ${why.get(n)}`).sort()).toEqual([
      'approval.refused already_taken',
      'approval.refused same_person',
      'release.refused malformed',
      ...Array(5).fill('release.refused not_allowed'),
    ]);
    expect(await one.ask('pattern:approve', { ...rest, quarter: '2025-Q4' })).toEqual({ ok: true });
  });

  test('two releases of one quarter at the same moment: one leaves', async () => {
    const { one, two, yes, release } = await scene();
    for (const desk of [one, two]) await desk.ask('pattern:approve', yes);
    const other = { ...release, releaseId: newId() };
    const answers = await Promise.all([
      one.ask('pattern:release', release),
      two.ask('pattern:release', other),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await one.ask('signals:read', {})).releases).toHaveLength(1);
  });

  test('after somebody took back, what two people said yes to is worth nothing', async () => {
    const { house, one, two, yes, release, ours } = await scene();
    const counsellor = await addMember(database(), ours, 1);
    const held = await addHeld(database(), counsellor);
    const page = await house.help();
    await page.ask('mailbox:attach', { mailboxId: held.mailboxId, token: held.token });
    const consentRef = noise(16);
    const theirs = { refHash: h32(consentRef), bodyHash: noise(32) };
    await page.ask('consent:register', theirs);
    const desk = await house.team(counsellor.cookie);
    const seal = { ...theirs, scope: 2, epoch: 1, blob: noise(1300) };
    expect(await desk.ask('signal:store', seal)).toEqual({ ok: true });
    // Counted, and not even in a cluster.
    const withTheirs = { ...yes, pool: joined(yes.pool, theirs.refHash) };
    for (const each of [one, two])
      expect(await each.ask('pattern:approve', withTheirs)).toEqual({ ok: true });
    await page.ask('consent:withdraw', { consentRef });
    expect(await one.ask('pattern:release', release)).toEqual(refused('stale'));
    expect(await one.ask('pattern:approve', withTheirs)).toEqual(refused('stale'));
    expect((await one.ask('signals:read', {})).signals).toHaveLength(24);
    for (const each of [one, two]) await each.ask('pattern:approve', yes);
    expect(await one.ask('pattern:release', release)).toEqual({ ok: true });
  });

  test('not before its day, not of others, not with a reference twice or a case among them', async () => {
    const { one, yes, refs, ours } = await scene();
    const ask = (change: object) => one.ask('pattern:approve', { ...yes, ...change });
    expect(await ask({ quarter: '2098-Q4' })).toEqual(refused('not_allowed'));
    expect(await ask({ quarter: '2025-Q5' })).toEqual(refused('malformed'));
    expect(await ask({ placed: noise(32) })).toEqual(refused('malformed'));
    expect(await ask({ pool: joined(yes.pool, refs[0] ?? noise(32)) })).toEqual(
      refused('malformed'),
    );
    expect(await ask({ pool: joined(yes.pool, noise(32)) })).toEqual(refused('stale'));
    const { refHash } = await addSealed(database(), ours, 1);
    expect(await ask({ pool: joined(yes.pool, refHash) })).toEqual(refused('stale'));
  });

  test('a pool under the minimum is refused, and the log says so', async () => {
    const { one, yes, refs, ours } = await scene();
    const few = { ...yes, pool: joined(...refs.slice(0, 19)) };
    const twice = { ...yes, pool: joined(...refs.slice(0, 12), ...refs.slice(0, 8)) };
    expect(await one.ask('pattern:approve', few)).toEqual(refused('not_allowed'));
    expect(await one.ask('pattern:approve', twice)).toEqual(refused('malformed'));
    const where = { organisationId: ours };
    await database().sealedSignal.updateMany({ where, data: { originId: null } });
    expect(await one.ask('pattern:approve', yes)).toEqual(refused('not_allowed'));
    const notes = await database().auditRef.findMany({ where, orderBy: { n: 'asc' } });
    expect(notes.map(({ ref }) => ref)).toEqual(['too_few', 'malformed', 'too_few']);
  });

  test('what a member joined is kept as it was sealed, replaced by their next yes, and read by own supervisors alone', async () => {
    const { house, ours, one, two, yes } = await scene();
    const next = { ...yes, contentHash: noise(32), joined: noise(17_580) };
    const stored = async (reader: typeof one) => {
      const { patterns } = await reader.ask('signals:read', {});
      return patterns.map(({ approvals }: { approvals: { joined: Uint8Array }[] }) =>
        approvals.map(({ joined: blob }) => Uint8Array.from(blob)),
      );
    };
    expect(await one.ask('pattern:approve', yes)).toEqual({ ok: true });
    for (const reader of [one, two]) expect(await stored(reader)).toEqual([[yes.joined]]);
    expect(await one.ask('pattern:approve', next)).toEqual({ ok: true });
    expect(await stored(two)).toEqual([[next.joined]]);
    const counsellor = await house.team((await addMember(database(), ours, 1)).cookie);
    expect(await counsellor.ask('signals:read', {})).toEqual(refused('not_allowed'));
    const elsewhere = await addMember(database(), await addOrganisation(database()), 3);
    expect(await stored(await house.team(elsewhere.cookie))).toEqual([]);
    // Nothing of it in the log: neither the bytes nor that there are any.
    const notes = await database().auditRef.findMany({ where: { organisationId: ours } });
    expect(notes.map(({ ref }) => ref)).toEqual(
      [yes, next].map(({ contentHash }) => `2025-Q3 ${Buffer.from(contentHash).toString('hex')}`),
    );
  });

  test('what a member joined goes with the row, and is refused when it is missing or too large', async () => {
    const { ours, one, two, yes, release } = await scene();
    const { joined: _joined, ...without } = yes;
    expect(await one.ask('pattern:approve', without)).toEqual(refused('malformed'));
    for (const size of [0, 1199, 18 * 1024 + 1]) {
      const wrong = { ...yes, joined: noise(size) };
      expect(await one.ask('pattern:approve', wrong)).toEqual(refused('malformed'));
    }
    // Two seals of the same are never the same bytes; what was approved is.
    expect(await one.ask('pattern:approve', yes)).toEqual({ ok: true });
    const others = { ...yes, joined: noise(3244) };
    expect(await two.ask('pattern:approve', others)).toEqual({ ok: true });
    expect(await two.ask('pattern:release', release)).toEqual({ ok: true });
    const where = { organisationId: ours };
    expect(await database().patternApproval.count({ where })).toBe(0);
    expect((await one.ask('signals:read', {})).patterns).toEqual([]);
  });

  test('the largest pool fits one event with what was joined of it', async () => {
    const { one, yes } = await scene();
    const many = joined(...Array.from({ length: MOST_REFERENCES }, () => noise(32)));
    const largest = { ...yes, pool: many, placed: many, joined: noise(18 * 1024) };
    // None of them is held here; it was read, which is what matters.
    expect(await one.ask('pattern:approve', largest)).toEqual(refused('stale'));
  });

  test('what waited four quarters is deleted, and not a day before', async () => {
    const { one, yes, refs } = await scene();
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const where = { refHash: refs[0] };
    await database().sealedSignal.updateMany({ where, data: { day: day('2025-09-30') } });
    const others = { refHash: { in: refs.slice(1) } };
    await database().sealedSignal.updateMany({ where: others, data: { day: day('2025-10-01') } });
    expect(await one.ask('pattern:approve', yes)).toEqual({ ok: true });
    const said = { day: day('2025-09-30') };
    await database().patternApproval.updateMany({ data: said });
    // Of 2025-Q3: its own release in October 2025, and four more, the last in October 2026.
    expect(await deleteWaitedTooLong(database(), day('2026-11-01'))).toBe(0);
    expect((await one.ask('signals:read', {})).patterns).toHaveLength(1);
    expect(await deleteWaitedTooLong(database(), day('2026-11-02'))).toBe(1);
    const read = await one.ask('signals:read', {});
    expect(read.signals).toHaveLength(23);
    // Whatever it counted went now or before.
    expect(read.patterns).toEqual([]);
  });

  test('a supervisor who was suspended in between counts no more', async () => {
    const { one, two, yes, release, members } = await scene();
    for (const desk of [one, two]) await desk.ask('pattern:approve', yes);
    const id = members[0]?.memberId ?? '';
    await database().member.update({ where: { id }, data: { status: 'suspended' } });
    expect(await two.ask('pattern:release', release)).toEqual(refused('not_allowed'));
  });
});
