import { expect, it, vi } from 'vitest';
import { openIntake } from '#lib/client/desk/waiting.ts';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf, hourOf } from '#lib/crypto/primitives/time-units.ts';
import { describeOnEachDatabase } from '#lib/server/db/test-databases.ts';
import { keyFacts } from '../office/key-facts.ts';
import { appendAll } from './append.ts';
import { approve } from './approve.ts';
import { becomeAdmin } from './certify.ts';
import { fiveWords } from './five-words.ts';
import { makeTeamEpochs } from './keep-team-epochs.ts';
import { parseIdentity } from './member-identity.ts';
import { rootKeyText } from './recovery-kit.ts';
import { replaceTeamKeys, suspend } from './suspend.ts';
import { opens, siteOf, startChat } from './test-intakes.ts';
import { joinTeam, memberNamed, sessionOf, staffOf, type TestTeam } from './test-team.ts';
import { useTeam } from './test-use-team.ts';

describeOnEachDatabase('people', (database) => {
  const { found, enter } = useTeam(database);

  it('are founded: the office shows the fingerprint of /site.bin, and team keys for 35 days', async () => {
    const team = await found();
    const [organisation] = (await siteOf(team)).organisations;
    const facts = keyFacts(team.founder);
    expect(facts.fingerprint).toBe(fingerprint(organisation?.entry.roots ?? team.roots.roots));
    expect(facts.fingerprint).toBe(fingerprint(team.roots.roots));
    const now = team.house.deps.now();
    expect((facts.lastDay + 1) * 24).toBeGreaterThanOrEqual(hourOf(now) + 35 * 24);
    // Certificates last for two weeks of whole days: that is when somebody has to sign in.
    expect(facts.daysAhead).toBe(Math.floor(((dayOf(now) + 14) * 24 - hourOf(now)) / 24));
    expect(team.founder.warnings()).toEqual([]);
    expect(opens(team.founder, await startChat(team))).toBe(true);
  });

  it('wait: a pending member cannot read the queue, and sees the words that the supervisor sees', async () => {
    const team = await found();
    const { identity, roots } = await joinTeam(team, 'mia');
    const pending = await enter(team, 'mia');
    const state = pending.state();
    if (state.kind !== 'pending') throw new Error(state.kind);
    const shown = parseIdentity((await memberNamed(team, 'mia')).identity);
    const supervisorSees = fiveWords(shown, team.founder.vault().roots)('nl');
    expect(state.words('nl')).toEqual(supervisorSees);
    expect(fiveWords(identity, roots)('nl')).toEqual(supervisorSees);
    expect(supervisorSees).toHaveLength(5);

    const cookie = await cookieOf(team, 'mia');
    const client = await team.house.team(cookie);
    expect(await client.ask('queue:read', {})).toEqual({ ok: false, code: 'not_allowed' });
    await approve(team.founder, await memberNamed(team, 'mia'));
    expect(await client.ask('queue:read', {})).toMatchObject({ ok: true });
  });

  it('are not fooled: other keys or another organisation give other words', async () => {
    const team = await found();
    const { identity, roots } = await joinTeam(team, 'mia');
    const other = await joinTeam(team, 'noa');
    const words = fiveWords(identity, roots)('en');
    expect(fiveWords(other.identity, roots)('en')).not.toEqual(words);
    const swapped = { ...roots, rootKeys: [other.identity.counsellor.signingKey] };
    expect(fiveWords(identity, swapped)('en')).not.toEqual(words);
  });

  it('come in: after approval the new member opens an intake', async () => {
    const team = await found();
    await joinTeam(team, 'mia');
    expect(await approve(team.founder, await memberNamed(team, 'mia'))).toEqual({ ok: true });
    const mia = sessionOf(await enter(team, 'mia'));
    expect(opens(mia, await startChat(team))).toBe(true);
    expect(mia.warnings()).toEqual([]);
    // And what the newcomer publishes, the founder can open as well.
    expect(await mia.keep()).toBeUndefined();
    expect(mia.vault().storeKeys).toEqual(team.founder.vault().storeKeys);
  });

  it('come in after the keys were replaced twice: they are given all that people may write to', async () => {
    const team = await found();
    await joinTeam(team, 'mia');
    for (let i = 0; i < 2; i++) expect(await replaceTeamKeys(team.founder)).toEqual({ ok: true });
    expect(team.founder.vault().teamEpochs.length).toBeGreaterThan(96);
    expect(await approve(team.founder, await memberNamed(team, 'mia'))).toEqual({ ok: true });
    const mia = sessionOf(await enter(team, 'mia'));
    expect(mia.warnings()).toEqual([]);
    expect(opens(mia, await startChat(team))).toBe(true);
  });

  it('leave: a suspended member is signed out, gets no new key, and the others all do', async () => {
    const team = await found();
    for (const name of ['mia', 'noa']) {
      await joinTeam(team, name);
      await approve(team.founder, await memberNamed(team, name));
    }
    const [mia, noa] = [await enter(team, 'mia'), await enter(team, 'noa')];
    const taken = new Map(
      sessionOf(mia)
        .vault()
        .teamEpochs.map((e) => [e.epoch, e.seed.slice()]),
    );
    expect(taken.size).toBeGreaterThanOrEqual(34);
    const ended = new Promise<void>((resolve) => {
      const stop = mia.subscribe(() => {
        if (mia.state().kind === 'signed_out') resolve(stop());
      });
    });
    expect(await suspend(team.founder, await memberNamed(team, 'mia'))).toEqual({ ok: true });
    await ended;
    const chat = await startChat(team);
    const withTaken = { epochSeed: (epoch: number) => taken.get(epoch) ?? null };
    expect(openIntake({ ...withTaken, view: team.founder.view }, chat)).toBeNull();
    // Nobody presses anything at this desk: the new keys come by themselves.
    await vi.waitFor(() => expect(opens(sessionOf(noa), chat)).toBe(true), { timeout: 15_000 });
    expect(opens(team.founder, chat)).toBe(true);
    const after = keyFacts(team.founder).lastDay + 1;
    expect(after * 24).toBeGreaterThanOrEqual(hourOf(team.house.deps.now()) + 35 * 24);
    expect(sessionOf(noa).vault().storeKeys.at(-1)?.epoch).toBe(2);
    const again = staffOf(team.house);
    expect(await again.signIn('mia', 'password of mia', null)).toEqual({
      ok: false,
      code: 'wrong_credentials',
      challenge: expect.any(String),
      bits: expect.any(Number),
    });
  });

  it('are told when a published key was kept from them, and a replacement mends it', async () => {
    const team = await found();
    await joinTeam(team, 'mia');
    await approve(team.founder, await memberNamed(team, 'mia'));
    await database().teamEpochSeal.deleteMany({ where: { epoch: { in: [2, 3] } } });
    const mia = sessionOf(await enter(team, 'mia'));
    expect(mia.warnings()).toEqual([{ kind: 'epoch_missing', epochs: [2, 3] }]);
    expect(await replaceTeamKeys(team.founder)).toEqual({ ok: true });
    const chat = await startChat(team);
    await vi.waitFor(() => expect(opens(mia, chat)).toBe(true), { timeout: 15_000 });
  });

  it('make keys at the same moment: who was slower plans again, and the directory stays right', async () => {
    const team = await found();
    await joinTeam(team, 'mia');
    await approve(team.founder, await memberNamed(team, 'mia'));
    const mia = sessionOf(await enter(team, 'mia'));
    await mia.keep();
    const planned = team.founder.directory();
    await mia.refresh();
    expect(mia.directory().count).toBe(planned.count);
    const [slow, fast] = [
      await makeTeamEpochs(team.founder, planned, true),
      await makeTeamEpochs(mia, planned, true),
    ];
    expect(await appendAll(mia, planned.count, fast.parts)).toEqual({ ok: true });
    // The news of it arrives while the slower one still makes keys.
    expect(await team.founder.refresh()).toEqual({ ok: true });
    expect(await appendAll(team.founder, planned.count, slow.parts)).toMatchObject({
      code: 'stale',
    });
    expect(await team.founder.refresh()).toEqual({ ok: true });
    expect(opens(team.founder, await startChat(team))).toBe(true);
    // Had the number of the moment been sent, nobody could read the directory any more.
    const { count } = team.founder.directory();
    expect(await appendAll(team.founder, count, slow.parts)).toEqual({
      ok: false,
      code: 'refused',
    });
  });

  it('certify: a second supervisor becomes able to with the kit, and only with the kit', async () => {
    const team = await found();
    await joinTeam(team, 'sofie', 3);
    await approve(team.founder, await memberNamed(team, 'sofie'));
    const sofie = sessionOf(await enter(team, 'sofie'));
    await joinTeam(team, 'mia');
    expect(await approve(sofie, await memberNamed(team, 'mia'))).toMatchObject({ ok: false });
    const kit = team.roots.seeds.map(rootKeyText).join('\n');
    const wrong = kit.replace(/^.{4}/, (four) => (four === '0000' ? '1111' : '0000'));
    expect(await becomeAdmin(sofie, wrong)).toEqual({ ok: false, code: 'typing' });
    expect(await becomeAdmin(sofie, rootKeyText(systemRandom(32)))).toEqual({
      ok: false,
      code: 'other',
    });
    expect(await becomeAdmin(sofie, `Havre\n\n${kit.toUpperCase()}\n`)).toEqual({ ok: true });
    expect(await approve(sofie, await memberNamed(team, 'mia'))).toEqual({ ok: true });
    const mia = sessionOf(await enter(team, 'mia'));
    expect(opens(mia, await startChat(team))).toBe(true);

    // Both approve the next one from the same list: the second is told what is true, that they are in.
    await joinTeam(team, 'noa');
    const noa = await memberNamed(team, 'noa');
    expect(await approve(team.founder, noa)).toEqual({ ok: true });
    expect(await approve(sofie, noa)).toEqual({ ok: true });
  });
});

/** The cookie of a session that was made for this: HttpOnly, so no session of ours can show its own. */
async function cookieOf({ house }: TestTeam, name: string): Promise<string> {
  const { startSession } = await import('#lib/server/sessions/mutations.ts');
  const { id } = await house.deps.database.member.findUniqueOrThrow({ where: { loginName: name } });
  return `havre_session=${await startSession(house.deps.database, id, house.deps.now())}`;
}
