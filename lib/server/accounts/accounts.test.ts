import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { dayOf } from '../days.ts';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { createJoinLink } from '../invitations/mutations.ts';
import { codeOf, cookieOf, newAccount, signIn, solve } from '../members/test-account.ts';
import { addOrganisation, newId } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';

const halfMinute = 30_000;
const wrong = { ok: false, code: 'wrong_credentials' };

describeOnEachDatabase('signing in', (database) => {
  const openHouse = useHouse(database);

  /** Somebody who has joined, as a counsellor. */
  async function scene(kind: 'real' | 'demo' = 'real') {
    const house = await openHouse(kind);
    const organisationId = await addOrganisation(database());
    const secret = randomBytes(20);
    const now = house.deps.now();
    const account = newAccount('anna', kind === 'demo' ? null : secret, now);
    const what = { organisationId, roles: 1 };
    const { token } = await createJoinLink(database(), what, {
      memberId: newId(),
      today: dayOf(now),
    });
    expect((await house.post('/api/join', { token, account })).answer).toMatchObject({ ok: true });
    house.clock.ahead += halfMinute;
    const { loginName, loginKey } = account;
    const code = () => codeOf(secret, house.deps.now());
    return { house, account, secret, request: { loginName, loginKey }, code };
  }

  test('needs name, password and six digits, and gives the vault and a strict cookie', async () => {
    const { house, account, request, code } = await scene();
    const half = await signIn(house, request);
    expect(half.answer).toMatchObject({ ok: false, code: 'second_factor', bits: 16 });
    expect(half.cookie).toBeNull();
    const full = await signIn(house, { ...request, code: code() });
    expect(full.answer).toEqual({
      ok: true,
      memberId: account.memberId,
      organisationId: expect.any(String),
      loginName: 'anna',
      displayName: 'Anna',
      roles: 1,
      status: 'pending',
      salt: account.salt,
      vault: account.vault,
      vaultVersion: 1,
      demo: false,
    });
    expect(full.cookie).toMatch(
      /^havre_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const session = await house.post('/api/session', {}, cookieOf(full.cookie));
    expect(session.answer).toEqual(full.answer);
  });

  test.each([
    ['https://havre.example', '; Secure'],
    ['http://havre.example', ''],
  ])('gives a cookie that suits %s, and takes that one back', async (publicOrigin, secure) => {
    const { house, request } = await scene('demo');
    house.deps.env.publicOrigin = publicOrigin;
    const { cookie } = await signIn(house, request);
    const attributes = (given: string | null) => given?.slice(given.indexOf('; Path'));
    expect(attributes(cookie)).toBe(`; Path=/; HttpOnly; SameSite=Strict${secure}`);
    const out = await house.post('/api/sign-out', {}, cookieOf(cookie));
    expect(attributes(out.cookie)).toBe(attributes(cookie));
  });

  test('in a demo asks no six digits', async () => {
    const { house, request } = await scene('demo');
    expect((await signIn(house, request)).answer).toMatchObject({ ok: true, demo: true });
  });

  test('accepts the name as people type it', async () => {
    const { house, request } = await scene('demo');
    const typed = await signIn(house, { ...request, loginName: '  ANNA ' });
    expect(typed.answer).toMatchObject({ ok: true });
  });

  test('never accepts six digits twice, nor those of an earlier minute after them', async () => {
    const { house, request, secret, code } = await scene();
    expect((await signIn(house, { ...request, code: code() })).answer).toMatchObject({ ok: true });
    const again = await signIn(house, { ...request, code: code() });
    expect(again.answer).toMatchObject(wrong);
    const before = codeOf(secret, house.deps.now() - halfMinute);
    expect((await signIn(house, { ...request, code: before })).answer).toMatchObject(wrong);
  });

  test('takes six digits of the neighbouring half minute, and of no other', async () => {
    const { house, request, secret } = await scene();
    const at = (steps: number) => codeOf(secret, house.deps.now() + steps * halfMinute);
    for (const steps of [-5, 3]) {
      expect((await signIn(house, { ...request, code: at(steps) })).answer).toMatchObject(wrong);
    }
    expect((await signIn(house, { ...request, code: at(1) })).answer).toMatchObject({ ok: true });
  });

  test('a name that nobody has looks like one that somebody has', async () => {
    const { house, request } = await scene();
    const ask = async (loginName: string) =>
      (await house.post('/api/sign-in/challenge', { loginName })).answer;
    const [known, unknown, again, other] = [
      await ask('anna'),
      await ask('nobody'),
      await ask('nobody'),
      await ask('nobody2'),
    ];
    expect(Object.keys(unknown).sort()).toEqual(Object.keys(known).sort());
    for (const field of ['memberId', 'salt'] as const) {
      expect(unknown[field]).toHaveLength(known[field].length);
      expect(unknown[field]).toBe(again[field]);
      expect(unknown[field]).not.toBe(other[field]);
    }
    expect(unknown.challenge).not.toBe(again.challenge);
    const answerOf = async (loginName: string) => {
      const loginKey = randomBytes(32).toString('base64url');
      const { status, answer } = await signIn(house, { ...request, loginName, loginKey });
      return { status, code: answer.code, fields: Object.keys(answer).sort() };
    };
    expect(await answerOf('nobody')).toEqual(await answerOf('anna'));
  });

  test('costs work each time: none, wrong, used or old work is refused with a new challenge', async () => {
    const { house, request } = await scene('demo');
    const challenge = async () =>
      (await house.post('/api/sign-in/challenge', { loginName: 'anna' })).answer;
    const send = async (work: object) =>
      (await house.post('/api/sign-in', { ...request, work })).answer;
    const needed = { ok: false, code: 'work_needed', bits: 16 };
    const made = { challenge: randomBytes(16).toString('base64url'), bits: 16 };
    expect(await send(solve(made))).toMatchObject(needed);
    const unsolved = { challenge: (await challenge()).challenge, nonce: 'AAAAAAAAAAA' };
    expect(await send(unsolved)).toMatchObject(needed);
    const work = solve(await challenge());
    expect(await send(work)).toMatchObject({ ok: true });
    const refused = await send(work);
    expect(refused).toMatchObject(needed);
    const late = solve(refused);
    house.clock.ahead += 5 * 60_000 + 1000;
    expect(await send(late)).toMatchObject(needed);
  });

  test('is slowed for the account after some failures, whether it exists or not, and only there', async () => {
    const { house, request } = await scene('demo');
    house.clock.stopped = Date.now();
    const guess = async (loginName: string) => {
      const loginKey = randomBytes(32).toString('base64url');
      return (await signIn(house, { loginName, loginKey })).answer.code;
    };
    for (const loginName of ['anna', 'nobody']) {
      const codes = [];
      for (let i = 0; i < 6; i += 1) codes.push(await guess(loginName));
      expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong_credentials'));
      expect(codes[5]).toBe('slow_down');
    }
    expect((await signIn(house, request)).answer).toMatchObject({ code: 'slow_down' });
    expect(await guess('claire')).toBe('wrong_credentials');
    house.clock.ahead += 5000;
    expect((await signIn(house, request)).answer).toMatchObject({ ok: true });
    expect(await guess('anna')).toBe('wrong_credentials');
  });

  test('ends after twelve hours, and when signing out, connections too', async () => {
    const { house, request } = await scene('demo');
    const first = cookieOf((await signIn(house, request)).cookie);
    const second = cookieOf((await signIn(house, request)).cookie);
    const desk = await house.team(first);
    const closed = new Promise((resolve) => desk.socket.once('disconnect', resolve));
    const out = await house.post('/api/sign-out', {}, first);
    expect(out.cookie).toMatch(/^havre_session=; Max-Age=0; /);
    await closed;
    expect(await house.refusedTeam(first)).toBe('signed_out');
    const signedOut = { ok: false, code: 'signed_out' };
    expect((await house.post('/api/session', {}, first)).answer).toEqual(signedOut);
    expect((await house.post('/api/session', {}, second)).answer).toMatchObject({ ok: true });
    const other = await house.team(second);
    const ended = new Promise((resolve) => other.socket.once('disconnect', resolve));
    house.clock.ahead += 12 * 3_600_000;
    expect(await other.ask('keys:read', { deviceId: 'ab'.repeat(16), fromEpoch: 0 })).toEqual(
      signedOut,
    );
    await ended;
    expect((await house.post('/api/session', {}, second)).answer).toEqual(signedOut);
  });

  test('is refused to another site’s form or script', async () => {
    const { house, request } = await scene('demo');
    const { answer } = await house.post('/api/sign-in/challenge', { loginName: 'anna' });
    const body = JSON.stringify({ ...request, work: solve(answer) });
    const send = async (headers: Record<string, string>) => {
      const address = `${house.address}/api/sign-in`;
      const response = await fetch(address, { method: 'POST', headers, body });
      return { status: response.status, cookie: response.headers.get('set-cookie') };
    };
    const json = { 'content-type': 'application/json' };
    expect(await send({ 'content-type': 'text/plain' })).toEqual({ status: 400, cookie: null });
    const foreign = { ...json, origin: 'https://elsewhere.example' };
    expect(await send(foreign)).toEqual({ status: 403, cookie: null });
    expect((await send({ ...json, origin: house.address })).cookie).toMatch(/^havre_session=/);
  });

  test('stores no password, no key of it and no cookie', async () => {
    const { house, account, request } = await scene('demo');
    const cookie = cookieOf((await signIn(house, request)).cookie).split('=')[1] ?? '';
    const rows = JSON.stringify([
      await database().member.findMany(),
      await database().session.findMany(),
    ]);
    const asStored = (text: string) =>
      JSON.stringify(Uint8Array.from(Buffer.from(text, 'base64url'))).slice(1, -1);
    expect(rows).toContain(asStored(account.salt));
    expect(rows).not.toContain(asStored(account.loginKey));
    expect(rows).not.toContain(asStored(cookie));
    expect(rows).not.toContain(cookie);
  });
});
