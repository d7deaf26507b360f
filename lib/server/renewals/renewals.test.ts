import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { addHeld } from '../access/test-cast.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { cookieOf, newAccount, signIn } from '../members/test-account.ts';
import { addMember, addOrganisation } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const notAllowed = { ok: false, code: 'not_allowed' };
const wrong = { ok: false, code: 'wrong_credentials' };
const done = { ok: true };
const nothing = { entries: [], seals: [], wraps: [] };

/** What a browser makes anew of an account. */
function newCredentials(loginName: string, secret: Buffer | null, now: number) {
  const {
    memberId: _,
    loginName: _login,
    displayName: _name,
    ...made
  } = newAccount(loginName, secret, now);
  return made;
}

describeOnEachDatabase('an account that begins anew', (database) => {
  const openHouse = useHouse(database);

  /** A supervisor at work, and bram, who joined with a password that he will lose. */
  async function scene(kind: 'real' | 'demo' = 'demo') {
    const house = await openHouse(kind);
    const now = house.deps.now();
    const organisationId = await addOrganisation(database());
    const office = await addMember(database(), organisationId, 3);
    const supervisor = await house.team(office.cookie);
    const { token } = await supervisor.ask('member:invite', { roles: 1 });
    const secret = kind === 'real' ? randomBytes(20) : null;
    const bram = newAccount('bram', secret, now);
    expect((await house.post('/api/join', { token, account: bram })).answer).toMatchObject({
      ok: true,
    });
    const where = { id: bram.memberId };
    await database().member.update({ where, data: { status: 'active', totpStep: 0 } });
    const length = async () =>
      (await database().organisation.findUniqueOrThrow({ where: { id: organisationId } }))
        .directoryLength;
    const renewal = async () => ({ memberId: bram.memberId, after: await length(), ...nothing });
    return { house, now, organisationId, office, supervisor, bram, secret, renewal };
  }

  test('old password, vault and sessions end the moment the link is made', async () => {
    const { house, supervisor, bram, renewal } = await scene();
    const { loginName, loginKey, memberId } = bram;
    const session = await signIn(house, { loginName, loginKey });
    const cookie = cookieOf(session.cookie);
    const desk = await house.team(cookie);
    const closed = new Promise((resolve) => desk.socket.once('disconnect', resolve));
    const link = await supervisor.ask('member:renew', await renewal());
    expect(link).toMatchObject({ ok: true, token: expect.any(String) });
    expect(await closed).toBe('io server disconnect');
    expect(await house.refusedTeam(cookie)).toBe('signed_out');
    expect((await signIn(house, { loginName, loginKey })).answer).toMatchObject(wrong);
    const where = { id: memberId };
    const stored = await database().member.findUniqueOrThrow({ where });
    expect(stored).toMatchObject({ status: 'renewing', vaultVersion: 0, totpSecret: null });
    expect(stored.vault).toHaveLength(0);
    const about = await house.post('/api/invitation', { token: link.token });
    const { displayName, roles } = stored;
    expect(about.answer).toMatchObject({
      kind: 'renew',
      roles,
      member: { memberId, loginName, displayName },
    });
  });

  test('the link serves once, for that account alone, and approval comes after it', async () => {
    const { house, now, supervisor, bram, renewal } = await scene();
    const { token } = await supervisor.ask('member:renew', await renewal());
    const credentials = newCredentials('bram anew', null, now);
    // A link for an account is no invitation, and the other way round.
    const account = newAccount('eve', null, now);
    expect((await house.post('/api/join', { token, account })).answer).toEqual(wrong);
    const invitation = await supervisor.ask('member:invite', { roles: 1 });
    const crossed = { token: invitation.token, credentials };
    expect((await house.post('/api/renew', crossed)).answer).toEqual(wrong);
    expect((await house.post('/api/renew', { token, credentials })).answer).toMatchObject(done);
    expect((await house.post('/api/renew', { token, credentials })).answer).toEqual(wrong);
    const { loginName, loginKey } = bram;
    expect((await signIn(house, { loginName, loginKey })).answer).toMatchObject(wrong);
    const anew = await signIn(house, { loginName, loginKey: credentials.loginKey });
    expect(anew.answer).toMatchObject({ ok: true, status: 'pending', vaultVersion: 1 });
    const desk = await house.team(cookieOf(anew.cookie));
    expect(await desk.ask('queue:read', {})).toEqual(notAllowed);
    const log = await supervisor.ask('audit:read', { from: 0 });
    const steps = log.entries.map((entry: { action: string; actor: string }) => entry.action);
    expect(steps).toEqual(['invitation.made', 'renewal.begun', 'invitation.made', 'renewal.used']);
    expect(log.entries.at(-1)).toMatchObject({
      actor: bram.memberId,
      about: { ref: bram.memberId },
    });
  });

  test('a link that was taken back, replaced or is over lets nobody begin anew', async () => {
    const { house, now, supervisor, bram, renewal } = await scene();
    const credentials = newCredentials('bram anew', null, now);
    const begin = (token: string) => house.post('/api/renew', { token, credentials });
    const first = await supervisor.ask('member:renew', await renewal());
    const second = await supervisor.ask('member:renew', await renewal());
    expect((await begin(first.token)).answer).toEqual(wrong);
    const { invitations } = await supervisor.ask('invitation:read', {});
    expect(invitations).toMatchObject([{ renews: 'Anna' }]);
    await supervisor.ask('invitation:withdraw', { id: invitations[0].id });
    expect((await begin(second.token)).answer).toEqual(wrong);
    const third = await supervisor.ask('member:renew', await renewal());
    house.clock.ahead += 8 * 86_400_000;
    expect((await begin(third.token)).answer).toEqual(wrong);
    house.clock.ahead = 0;
    const { memberId } = bram;
    await supervisor.ask('member:suspend', await renewal());
    expect((await begin(third.token)).answer).toEqual(wrong);
    expect(await supervisor.ask('member:renew', await renewal())).toEqual(notAllowed);
    const log = await supervisor.ask('audit:read', { from: 0 });
    expect(log.entries).toContainEqual(
      expect.objectContaining({
        action: 'renewal.withdrawn',
        about: expect.objectContaining({ ref: memberId }),
      }),
    );
  });

  test('no counsellor, no stranger and nobody for themselves makes such a link', async () => {
    const { house, organisationId, office, supervisor, bram, renewal } = await scene();
    const counsellor = await house.team((await addMember(database(), organisationId, 1)).cookie);
    expect(await counsellor.ask('member:renew', await renewal())).toEqual(notAllowed);
    const elsewhere = await addMember(database(), await addOrganisation(database()), 3);
    const stranger = await house.team(elsewhere.cookie);
    const theirs = { memberId: bram.memberId, after: 0, ...nothing };
    expect(await stranger.ask('member:renew', theirs)).toEqual(notAllowed);
    const oneself = { ...(await renewal()), memberId: office.memberId };
    expect(await supervisor.ask('member:renew', oneself)).toEqual(notAllowed);
    const stored = await database().member.findUniqueOrThrow({ where: { id: bram.memberId } });
    expect(stored.status).toBe('active');
  });

  test('a link that is behind the directory changes nothing', async () => {
    const { supervisor, bram, renewal } = await scene();
    const right = await renewal();
    const behind = { ...right, after: right.after + 1 };
    expect(await supervisor.ask('member:renew', behind)).toEqual({ ok: false, code: 'stale' });
    const stored = await database().member.findUniqueOrThrow({ where: { id: bram.memberId } });
    expect(stored.status).toBe('active');
    expect(stored.vault.length).toBeGreaterThan(0);
  });

  test('outside a demo it takes a new second factor, and the old one is worth nothing', async () => {
    const { house, now, supervisor, bram, renewal } = await scene('real');
    const { token } = await supervisor.ask('member:renew', await renewal());
    const without = newCredentials('bram anew', null, now);
    const refused = { ok: false, code: 'second_factor' };
    expect((await house.post('/api/renew', { token, credentials: without })).answer).toEqual(
      refused,
    );
    const late = newCredentials('bram anew', randomBytes(20), now - 600_000);
    expect((await house.post('/api/renew', { token, credentials: late })).answer).toEqual(refused);
    const secret = randomBytes(20);
    const credentials = newCredentials('bram anew', secret, now);
    expect((await house.post('/api/renew', { token, credentials })).answer).toMatchObject(done);
    const stored = await database().member.findUniqueOrThrow({ where: { id: bram.memberId } });
    expect(Buffer.from(stored.totpSecret ?? [])).toEqual(secret);
  });

  test('their chats are nobody’s: the key goes, and whoever comes back reads that they are gone', async () => {
    const { organisationId, house, supervisor, bram, renewal } = await scene();
    const owner = { ...bram, organisationId } as unknown as Parameters<typeof addHeld>[1];
    const { mailboxId, token } = await addHeld(database(), owner);
    const person = await house.help();
    const attach = { mailboxId, token };
    const { loginName, loginKey } = bram;
    const session = await signIn(house, { loginName, loginKey });
    await house.team(cookieOf(session.cookie));
    expect(await person.ask('mailbox:attach', attach)).toMatchObject({ counsellorPresent: true });
    await supervisor.ask('member:renew', await renewal());
    expect(await person.told('counsellor:presence')).toContainEqual({ present: false });
    const where = { id: mailboxId };
    const include = { keyWraps: true, frames: true };
    const box = await database().mailbox.findUniqueOrThrow({ where, include });
    expect(box).toMatchObject({ state: 'open', leaseMemberId: null, keyWraps: [] });
    // What the counsellor said and the person has not fetched is still theirs.
    expect(box.frames.filter(({ direction }) => direction === 1)).toHaveLength(1);
    await database().member.update({ where: { id: bram.memberId }, data: { status: 'active' } });
    const back = await addSession(bram.memberId, house);
    await house.team(back);
    expect(await person.ask('mailbox:attach', attach)).toMatchObject({ counsellorPresent: false });
  });

  async function addSession(memberId: string, house: Awaited<ReturnType<typeof openHouse>>) {
    const { startSession } = await import('../sessions/mutations.ts');
    return `havre_session=${await startSession(database(), memberId, house.deps.now())}`;
  }
});
