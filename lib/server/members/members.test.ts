import { expect, test, vi } from 'vitest';
import { dayOf } from '../days.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { createSetUpLink } from '../invitations/mutations.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { addMember, newPerson, noise } from '../realtime/test-people.ts';
import { actorsOf } from '../sessions/actors.ts';
import { newAccount, signIn } from './test-account.ts';
import { notAllowed, nothingMore, setUpBody, useOffice, wrong } from './test-office.ts';

describeOnEachDatabase('people of an organisation', (database) => {
  const { office } = useOffice(database);

  test('only supervisors invite, see members, approve and suspend', async () => {
    const { desk, organisationId } = await office();
    const { memberId } = await addMember(database(), organisationId, 1, 'pending');
    expect(await desk.ask('member:invite', { roles: 1 })).toEqual(notAllowed);
    expect(await desk.ask('member:read', {})).toEqual(notAllowed);
    expect(await desk.ask('member:approve', { memberId, ...nothingMore })).toEqual(notAllowed);
    expect(await desk.ask('member:suspend', { memberId, ...nothingMore })).toEqual(notAllowed);
  });

  test('approval lets a member in at once, with their certificates or not at all', async () => {
    const { house, supervisor, founded, organisationId } = await office();
    const newcomer = await addMember(database(), organisationId, 1, 'pending');
    const { memberId } = newcomer;
    const waiting = await house.team(newcomer.cookie);
    expect(await waiting.ask('queue:read', {})).toEqual(notAllowed);
    const entries = [founded.device(1).cert, founded.device(4).cert];
    const approval = { memberId, ...nothingMore, entries };
    const behind = await supervisor.ask('member:approve', { ...approval, after: 1 });
    expect(behind).toEqual({ ok: false, code: 'stale' });
    expect(await waiting.ask('queue:read', {})).toEqual(notAllowed);
    expect(await supervisor.ask('member:approve', approval)).toEqual({ ok: true });
    expect(await waiting.told('member:changed')).toEqual([{ memberId }]);
    expect(await waiting.ask('queue:read', {})).toEqual({ ok: true, waiting: [] });
    expect(await supervisor.ask('member:approve', { ...approval, after: 5 })).toEqual(notAllowed);
    expect(await database().directoryEntry.count()).toBe(5);
    // The attempt that was behind changed nothing, and stands nowhere.
    const log = await supervisor.ask('audit:read', { from: 0 });
    expect(log.entries).toMatchObject([
      { n: 1, action: 'organisation.founded', about: { ref: organisationId } },
      { n: 2, action: 'member.approved', about: { ref: memberId } },
    ]);
  });

  test('whoever waits for approval hears nothing of the people who wait', async () => {
    const { house, desk, organisationId } = await office();
    const pending = await addMember(database(), organisationId, 3, 'pending');
    const waiting = await house.team(pending.cookie);
    const { opening } = newPerson(organisationId);
    expect(await (await house.help()).ask('mailbox:open', opening)).toMatchObject({ ok: true });
    expect(await desk.told('mailbox:waiting')).toHaveLength(1);
    await waiting.settle();
    expect(waiting.heard).toEqual([]);
  });

  test('whoever is suspended between the door and the room is put out again', async () => {
    const { house, organisationId } = await office();
    const { cookie, memberId } = await addMember(database(), organisationId);
    const actors = actorsOf(house.deps);
    const { ask } = actors;
    actors.ask = async (hash) => {
      actors.ask = ask;
      const found = await ask(hash);
      await database().member.update({ where: { id: memberId }, data: { status: 'suspended' } });
      return found;
    };
    const { socket } = await house.team(cookie);
    await vi.waitFor(() => expect(socket.connected).toBe(false));
  });

  test('suspension ends every session and connection at once', async () => {
    const { house, supervisor, organisationId, founder } = await office();
    const member = await addMember(database(), organisationId);
    const { memberId } = member;
    const desk = await house.team(member.cookie);
    const closed = new Promise((resolve) => desk.socket.once('disconnect', resolve));
    expect(await supervisor.ask('member:suspend', { memberId, ...nothingMore })).toEqual({
      ok: true,
    });
    expect(await closed).toBe('io server disconnect');
    expect(await house.refusedTeam(member.cookie)).toBe('signed_out');
    const { members } = await supervisor.ask('member:read', {});
    expect(members).toContainEqual(expect.objectContaining({ memberId, status: 'suspended' }));
    const oneself = { memberId: founder.memberId, ...nothingMore };
    expect(await supervisor.ask('member:suspend', oneself)).toEqual(notAllowed);
  });

  test('a suspended member cannot sign in, and is answered like a wrong password', async () => {
    const { house, now, supervisor } = await office();
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    const account = newAccount('bram', null, now);
    await house.post('/api/join', { token, account });
    const { memberId, loginName, loginKey } = account;
    expect((await signIn(house, { loginName, loginKey })).answer).toMatchObject({ ok: true });
    await supervisor.ask('member:suspend', { memberId, ...nothingMore });
    expect((await signIn(house, { loginName, loginKey })).answer).toMatchObject(wrong);
  });

  test('nobody approves or suspends a member of another organisation', async () => {
    const { supervisor, house, now } = await office();
    const { token } = await createSetUpLink(database(), dayOf(now));
    const other = foundOrganisation(now);
    const dries = newAccount('dries', null, now);
    await house.post('/api/set-up', setUpBody(other, token, dries));
    const pending = await addMember(database(), other.organisationId, 1, 'pending');
    for (const { memberId } of [pending, dries]) {
      const change = { memberId, ...nothingMore };
      expect(await supervisor.ask('member:approve', change)).toEqual(notAllowed);
      expect(await supervisor.ask('member:suspend', change)).toEqual(notAllowed);
    }
    const { members } = await supervisor.ask('member:read', {});
    expect(members.map((member: { loginName: string }) => member.loginName)).not.toContain('dries');
  });

  test('a vault is replaced step by step, and the loser of two is told so', async () => {
    const { desk } = await office();
    const second = { version: 2, blob: noise(500) };
    expect(await desk.ask('vault:store', second)).toEqual({ ok: true });
    expect(await desk.ask('vault:store', second)).toEqual({ ok: true });
    const rival = { version: 2, blob: noise(500) };
    const stale = { ok: false, code: 'stale' };
    expect(await desk.ask('vault:store', rival)).toEqual(stale);
    expect(await desk.ask('vault:store', { ...rival, version: 4 })).toEqual(stale);
    expect(await desk.ask('vault:store', { ...rival, version: 3 })).toEqual({ ok: true });
  });
});
