import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayOf } from '../days.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { createSetUpLink } from '../invitations/mutations.ts';
import { type Founded, foundOrganisation } from '../organisations/test-organisation.ts';
import { addMember, newId, noise } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { cookieOf, newAccount, signIn } from './test-account.ts';

const notAllowed = { ok: false, code: 'not_allowed' };
const wrong = { ok: false, code: 'wrong_credentials' };
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describeOnEachDatabase('people of an organisation', (database) => {
  const openHouse = useHouse(database);

  function setUpBody(founded: Founded, token: string, founder: object) {
    return {
      token,
      organisationId: founded.organisationId,
      siteEntry: b64(founded.siteEntry(1)),
      adminCert: b64(founded.adminCert),
      entries: [founded.adminCert, founded.keyOfficer.cert, founded.teamEpoch(1)].map(b64),
      seals: [{ epoch: 1, deviceId: newId(), blob: b64(noise(1224)) }],
      wraps: [],
      founder,
    };
  }

  /** An organisation that its founder has set up through the one-time link. */
  async function scene(kind: 'real' | 'demo' = 'demo') {
    const house = await openHouse(kind);
    const now = house.deps.now();
    const { token } = await createSetUpLink(database(), dayOf(now));
    const founded = foundOrganisation(now);
    const founder = newAccount('saskia', null, now);
    return { house, now, token, founded, founder, body: setUpBody(founded, token, founder) };
  }

  /** The same, set up, with the founder's office open. */
  async function office() {
    const all = await scene();
    expect((await all.house.post('/api/set-up', all.body)).answer).toMatchObject({ ok: true });
    const { loginName, loginKey } = all.founder;
    const { cookie } = await signIn(all.house, { loginName, loginKey });
    const { organisationId } = all.founded;
    const counsellor = await addMember(database(), organisationId);
    return {
      ...all,
      organisationId,
      desk: await all.house.team(counsellor.cookie),
      supervisor: await all.house.team(cookieOf(cookie)),
    };
  }

  const nothingMore = { after: 3, entries: [], seals: [], wraps: [] };

  test('a set-up link works once, and its founder is counsellor and supervisor', async () => {
    const { house, token, body, founded, founder } = await scene();
    const link = await house.post('/api/invitation', { token });
    expect(link.answer).toMatchObject({ ok: true, kind: 'set-up', organisationId: null });
    const { organisationId } = founded;
    expect((await house.post('/api/set-up', body)).answer).toEqual({ ok: true, organisationId });
    expect((await house.post('/api/set-up', body)).answer).toMatchObject(wrong);
    expect((await house.post('/api/invitation', { token })).answer).toEqual(wrong);
    const { loginName, loginKey } = founder;
    const session = await signIn(house, { loginName, loginKey });
    expect(session.answer).toMatchObject({ roles: 3, status: 'active', organisationId });
    expect(await database().directoryEntry.count()).toBe(3);
    expect(await database().teamEpochSeal.count()).toBe(1);
  });

  test('a set-up that does not fit makes nothing and does not use up the link', async () => {
    const { house, now, token, body, founded } = await scene();
    const other = foundOrganisation(now);
    const malformed = { ok: false, code: 'malformed' };
    for (const change of [
      { organisationId: newId() },
      { adminCert: b64(other.adminCert) },
      { entries: [b64(other.adminCert)] },
      { entries: [b64(noise(100))] },
      { siteEntry: b64(other.siteEntry(1)) },
    ]) {
      const refused = await house.post('/api/set-up', { ...body, ...change });
      expect(refused.answer).toEqual(malformed);
    }
    const elsewhere = { ...body, token: b64(noise(32)) };
    expect((await house.post('/api/set-up', elsewhere)).answer).toEqual(wrong);
    expect(await database().organisation.count()).toBe(0);
    expect((await house.post('/api/invitation', { token })).answer).toMatchObject({ ok: true });
    const again = setUpBody(founded, token, body.founder);
    expect((await house.post('/api/set-up', again)).answer).toMatchObject({ ok: true });
  });

  test('outside a demo nobody sets up or joins without a second factor that works', async () => {
    const { house, now, body, founded, token } = await scene('real');
    const refused = { ok: false, code: 'second_factor' };
    expect((await house.post('/api/set-up', body)).answer).toEqual(refused);
    const secret = randomBytes(20);
    const founder = newAccount('saskia', secret, now);
    const early = newAccount('saskia', secret, now - 600_000);
    const wrongCode = setUpBody(founded, token, early);
    expect((await house.post('/api/set-up', wrongCode)).answer).toEqual(refused);
    const right = setUpBody(founded, token, founder);
    expect((await house.post('/api/set-up', right)).answer).toMatchObject({ ok: true });
  });

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

  test('an empty real server prints one link, a new one each start, and none afterwards', async () => {
    const { house, founded, now } = await scene('real');
    const tokenOf = (lines: readonly string[]) => lines.join().match(/\/setup\/([\w-]{43})/)?.[1];
    const first = tokenOf(await house.announce());
    const second = tokenOf(await house.announce());
    expect((await house.post('/api/invitation', { token: first })).answer).toEqual(wrong);
    const founder = newAccount('saskia', randomBytes(20), now);
    const body = setUpBody(founded, second ?? '', {
      ...founder,
      totp: newAccount('saskia', Buffer.alloc(20, 7), now).totp,
    });
    expect((await house.post('/api/set-up', body)).answer).toMatchObject({ ok: true });
    expect(await house.announce()).toEqual([]);
  });
});
