import { expect, test } from 'vitest';
import { addHeld, addSealed } from '../access/test-cast.ts';
import { h32 } from '../consents/mutations.ts';
import { sha256 } from '../credentials/tokens.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, addOrganisation, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { dropOldFiles } from './mutations.ts';

describeOnEachDatabase('a release of a case', (database) => {
  const openHouse = useHouse(database);

  async function scene(scope = 1, kind: 'real' | 'demo' = 'real') {
    const house = await openHouse(kind);
    const ours = await addOrganisation(database());
    const members = [await addMember(database(), ours, 2), await addMember(database(), ours, 3)];
    const [one, two] = [
      await house.team(members[0]?.cookie ?? ''),
      await house.team(members[1]?.cookie ?? ''),
    ] as const;
    const { refHash, bodyHash } = await addSealed(database(), ours, scope);
    const contentHash = noise(32);
    const file = noise(400);
    const release = {
      releaseId: newId(),
      refHash,
      contentHash,
      fileHash: sha256(file),
      file,
    };
    const yes = { refHash, contentHash };
    return { house, ours, one, two, members, refHash, bodyHash, release, yes };
  }

  test('leaves only with two members who said yes to the same content', async () => {
    const { one, two, yes, release, ours } = await scene();
    const notYet = { ok: false, code: 'not_allowed' };
    expect(await one.ask('release:make', release)).toEqual(notYet);
    // The same member twice is one.
    await one.ask('signals:approve', yes);
    const again = await one.ask('signals:approve', yes);
    expect(again).toEqual({ ok: false, code: 'same_person' });
    expect(await one.ask('release:make', release)).toEqual(notYet);
    // Another content is another yes.
    await two.ask('signals:approve', { ...yes, contentHash: noise(32) });
    expect(await two.ask('release:make', release)).toEqual(notYet);
    await two.ask('signals:approve', yes);
    const forged = { ...release, fileHash: noise(32) };
    expect(await one.ask('release:make', forged)).toEqual({ ok: false, code: 'malformed' });
    expect(await one.ask('release:make', release)).toEqual({ ok: true });
    // The answer was lost: the same again is answered the same way, and nothing is made twice.
    expect(await one.ask('release:make', release)).toEqual({ ok: true });
    const read = await two.ask('signals:read', {});
    expect(read.signals).toEqual([]);
    expect(read.releases).toMatchObject([{ releaseId: release.releaseId, hasFile: true }]);
    const back = await two.ask('release:read', { releaseId: release.releaseId });
    expect(sha256(back.file)).toEqual(release.fileHash);
    const said = await database().auditEntry.findMany({ where: { organisationId: ours } });
    expect(said.map(({ action }) => action).sort()).toEqual([
      'approval.refused',
      'release.refused',
      'release.refused',
      'release.refused',
      'release.refused',
      'signal.approved',
      'signal.approved',
      'signal.approved',
      'signal.released',
    ]);
  });

  test('a supervisor who was suspended in between counts no more', async () => {
    const { one, two, yes, release, members } = await scene();
    await one.ask('signals:approve', yes);
    await two.ask('signals:approve', yes);
    const id = members[0]?.memberId ?? '';
    await database().member.update({ where: { id }, data: { status: 'suspended' } });
    expect(await two.ask('release:make', release)).toEqual({ ok: false, code: 'not_allowed' });
  });

  test('never leaves before 14 whole days after the yes, whatever browsers say, except in a demo', async () => {
    const today = Math.floor(Date.now() / 86_400_000);
    const agreedOn = (refHash: Uint8Array<ArrayBuffer>, day: number) =>
      database().consentRegistration.update({ where: { refHash }, data: { day } });
    const { one, two, yes, release, refHash } = await scene();
    for (const desk of [one, two]) await desk.ask('signals:approve', yes);
    await agreedOn(refHash, today - 14);
    expect(await one.ask('release:make', release)).toEqual({ ok: false, code: 'not_allowed' });
    await agreedOn(refHash, today - 15);
    expect(await one.ask('release:make', release)).toEqual({ ok: true });
  });

  test('of a demo leaves on the day of the yes', async () => {
    const { one, two, yes, release, refHash } = await scene(1, 'demo');
    const day = Math.floor(Date.now() / 86_400_000);
    await database().consentRegistration.update({ where: { refHash }, data: { day } });
    for (const desk of [one, two]) await desk.ask('signals:approve', yes);
    expect(await one.ask('release:make', release)).toEqual({ ok: true });
  });

  test('a pattern does not leave as a case, whatever two supervisors say', async () => {
    const { one, two, yes, release } = await scene(2);
    await one.ask('signals:approve', yes);
    await two.ask('signals:approve', yes);
    expect(await one.ask('release:make', release)).toEqual({ ok: false, code: 'not_allowed' });
  });

  test('what was taken back never leaves, and what left says so to its own page alone', async () => {
    const { house, one, two, yes, release, ours, refHash, bodyHash } = await scene();
    const counsellor = await addMember(database(), ours, 1);
    const held = await addHeld(database(), counsellor);
    const page = await house.help();
    await page.ask('mailbox:attach', { mailboxId: held.mailboxId, token: held.token });
    const consentRef = noise(16);
    const taken = { refHash: h32(consentRef), bodyHash: noise(32) };
    await page.ask('consent:register', taken);
    await database().sealedSignal.create({
      data: {
        organisationId: ours,
        ...{ refHash: taken.refHash },
        scope: 1,
        epoch: 1,
        day: 1,
        blob: noise(1300),
      },
    });
    const other = { ...yes, refHash: taken.refHash };
    for (const desk of [one, two])
      expect(await desk.ask('signals:approve', other)).toEqual({ ok: true });
    await page.ask('consent:withdraw', { consentRef });
    const late = { ...release, releaseId: newId(), refHash: taken.refHash };
    expect(await one.ask('release:make', late)).toEqual({ ok: false, code: 'stale' });
    expect(await one.ask('signals:approve', other)).toEqual({ ok: false, code: 'stale' });
    const refusals = await database().auditEntry.findMany({
      where: { organisationId: ours, action: { endsWith: '.refused' } },
      orderBy: { n: 'asc' },
    });
    expect(refusals.map(({ action }) => action)).toEqual(['release.refused', 'approval.refused']);
    expect(await page.ask('consent:state', taken)).toEqual({ ok: true, left: false });

    for (const desk of [one, two]) await desk.ask('signals:approve', yes);
    await one.ask('release:make', release);
    expect(await page.ask('consent:state', { refHash, bodyHash })).toEqual({
      ok: true,
      left: true,
    });
    // Who has the reference alone, as out of five words, learns nothing.
    expect(await page.ask('consent:state', { refHash, bodyHash: noise(32) })).toEqual({
      ok: true,
      left: false,
    });
    expect(await page.ask('consent:register', { refHash, bodyHash })).toEqual({
      ok: false,
      code: 'not_allowed',
    });
  });

  test('the other supervisor hears of it, a counsellor does not', async () => {
    const { house, one, two, yes, ours } = await scene();
    const counsellor = await house.team((await addMember(database(), ours, 1)).cookie);
    const heard: string[] = [];
    two.socket.on('signal:changed', () => heard.push('supervisor'));
    counsellor.socket.on('signal:changed', () => heard.push('counsellor'));
    await one.ask('signals:approve', yes);
    await two.ask('signals:read', {});
    await counsellor.ask('queue:read', {});
    expect(heard).toEqual(['supervisor']);
  });

  test('the file goes after a week, the history stays', async () => {
    const { one, two, yes, release } = await scene();
    for (const desk of [one, two]) await desk.ask('signals:approve', yes);
    await one.ask('release:make', release);
    const [made] = (await one.ask('signals:read', {})).releases;
    expect(await dropOldFiles(database(), (made?.day ?? 0) + 7)).toBe(0);
    expect(await dropOldFiles(database(), (made?.day ?? 0) + 8)).toBe(1);
    expect((await one.ask('signals:read', {})).releases).toMatchObject([{ hasFile: false }]);
    const gone = await one.ask('release:read', { releaseId: release.releaseId });
    expect(gone).toEqual({ ok: false, code: 'stale' });
  });
});
