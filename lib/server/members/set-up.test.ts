import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import { newId, noise } from '../realtime/test-people.ts';
import { newAccount, signIn } from './test-account.ts';
import { b64, setUpBody, useOffice, wrong } from './test-office.ts';

describeOnEachDatabase('setting up an organisation', (database) => {
  const { scene } = useOffice(database);

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
