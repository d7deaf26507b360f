import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { addMember, noise } from '../realtime/test-people.ts';
import { newAccount } from './test-account.ts';
import { b64, nothingMore, useOffice, wrong } from './test-office.ts';

describeOnEachDatabase('joining an organisation', (database) => {
  const { office } = useOffice(database);

  test('joining by link makes a pending member with the role of the link', async () => {
    const { house, now, supervisor, organisationId, desk } = await office();
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    const link = await house.post('/api/invitation', { token });
    expect(link.answer).toEqual({
      ok: true,
      kind: 'join',
      roles: 1,
      organisationId,
      organisationName: 'Example Help',
      member: null,
      demo: true,
    });
    const account = newAccount('bram', null, now);
    expect((await house.post('/api/join', { token, account })).answer).toEqual({
      ok: true,
      memberId: account.memberId,
      watch: expect.any(String),
    });
    expect((await house.post('/api/join', { token, account })).answer).toEqual(wrong);
    expect(await desk.told('member:changed')).toEqual([{ memberId: account.memberId }]);
    const { members } = await supervisor.ask('member:read', {});
    const bram = members.find((member: { loginName: string }) => member.loginName === 'bram');
    expect(bram).toMatchObject({ status: 'pending', roles: 1, displayName: 'Anna' });
    expect(b64(bram.identity)).toBe(account.identity);
    expect(Object.keys(bram)).not.toContain('vault');
  });

  test('a name that is taken is refused and leaves the link as it was', async () => {
    const { house, now, supervisor } = await office();
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    const taken = newAccount('saskia', null, now);
    const refused = await house.post('/api/join', { token, account: taken });
    expect(refused.answer).toEqual({ ok: false, code: 'name_taken' });
    const free = newAccount('sanne', null, now);
    const joined = await house.post('/api/join', { token, account: free });
    expect(joined.answer).toMatchObject({ ok: true });
  });

  test('whether a name is taken is told to who holds a link for a new account, a few times', async () => {
    const { house, organisationId, supervisor } = await office();
    const look = async (token: string, loginName: string) =>
      (await house.post('/api/login-name', { token, loginName })).answer;
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    expect(await look(token, 'Saskia')).toEqual({ ok: true, free: false });
    expect(await look(token, 'sanne')).toEqual({ ok: true, free: true });
    expect(await look(b64(noise(32)), 'saskia')).toEqual(wrong);
    const { memberId } = await addMember(database(), organisationId);
    const renewal = await supervisor.ask('member:renew', { memberId, ...nothingMore });
    expect(await look(renewal.token, 'saskia')).toEqual(wrong);
    for (let i = 2; i < 12; i++) await look(token, `name${i}`);
    expect(await look(token, 'saskia')).toEqual({ ok: false, code: 'slow_down' });
    // Asking does not use the link up.
    const link = await house.post('/api/invitation', { token });
    expect(link.answer).toMatchObject({ ok: true });
  });

  test('a link ends after a week', async () => {
    const { house, supervisor } = await office();
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    house.clock.ahead += 8 * 86_400_000;
    expect((await house.post('/api/invitation', { token })).answer).toEqual(wrong);
  });
});
