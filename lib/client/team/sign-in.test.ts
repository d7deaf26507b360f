import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf, hourOf } from '#lib/crypto/primitives/time-units.ts';
import { describeOnEachDatabase } from '#lib/server/db/test-databases.ts';
import { createSetUpLink } from '#lib/server/invitations/mutations.ts';
import { useHouse } from '#lib/server/realtime/test-use-house.ts';
import { keyFacts } from '../office/key-facts.ts';
import { approve } from './approve.ts';
import { newRoots } from './first-keys.ts';
import { directKeyWork } from './key-work.ts';
import { setUp } from './set-up.ts';
import {
  around,
  choice,
  foundTeam,
  joinTeam,
  memberNamed,
  sessionOf,
  signIn,
  staffOf,
  testSettings,
} from './test-team.ts';
import { useTeam } from './test-use-team.ts';
import { newTotpSecret, toBase32, totpAddress } from './totp.ts';

const DAY_MS = 86_400_000;

describeOnEachDatabase('signing in', (database) => {
  const { openHouse, found, keep } = useTeam(database);

  it('opens with the right password only, locks, unlocks and ends', async () => {
    const { house, staff } = await found();
    const seed = sessionOf(staff).vault().counsellor.signingSeed;
    await staff.lock();
    expect(staff.state().kind).toBe('locked');
    expect(seed).toEqual(new Uint8Array(32));
    expect(await staff.unlock('another password')).toEqual({ ok: false, code: 'vault' });
    expect(await staff.unlock('  Password of EVA ')).toMatchObject({ ok: true });
    expect(sessionOf(staff).vault().counsellor.signingSeed).not.toEqual(new Uint8Array(32));
    await staff.signOut();
    expect(staff.state()).toEqual({ kind: 'signed_out', why: 'none' });
    expect(await staff.unlock('password of eva')).toMatchObject({ ok: false, code: 'signed_out' });
    const wrong = await staffOf(house).signIn('eva', 'password of eve', null);
    expect(wrong).toMatchObject({ ok: false, code: 'wrong_credentials' });
  });

  it('signs in with the real Argon2id, and says how long that takes', async () => {
    const house = await openHouse('demo');
    const { token } = await createSetUpLink(house.deps.database, dayOf(house.deps.now()));
    const slow = {
      ...directKeyWork,
      keys: (input: Parameters<typeof directKeyWork.keys>[0]) => directKeyWork.keys(input, 'open'),
    };
    const roots = newRoots(1, 1, systemRandom);
    await setUp(around(house, slow), token, roots, testSettings, choice('eva'));
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const staff = keep(staffOf(house, slow));
      const since = performance.now();
      expect(await staff.signIn('eva', 'password of eva', null)).toMatchObject({ ok: true });
      times.push(performance.now() - since);
      await staff.signOut();
    }
    // The goal is two seconds on a machine that does nothing else.
    console.log(`signing in: ${Math.round(Math.min(...times))} ms, the fastest of three`);
  });

  it('asks for six digits outside a demo, and derives the password once for both tries', async () => {
    const house = await openHouse('real');
    const { token } = await createSetUpLink(house.deps.database, dayOf(house.deps.now()));
    const secret = newTotpSecret(systemRandom);
    const codeAt = (ms: number) =>
      new TOTP({ secret: Secret.fromBase32(toBase32(secret)) }).generate({ timestamp: ms });
    const roots = newRoots(2, 3, systemRandom);
    const founder = { ...choice('eva'), totp: { secret, code: codeAt(house.deps.now()) } };
    expect(await setUp(around(house), token, roots, testSettings, founder)).toEqual({ ok: true });

    let derived = 0;
    const counting = {
      ...around(house).work,
      keys: async (...input: Parameters<typeof directKeyWork.keys>) => {
        derived++;
        return around(house).work.keys(...input);
      },
    };
    const staff = keep(staffOf(house, counting));
    const first = await staff.signIn('eva', 'password of eva', null);
    expect(first).toMatchObject({ ok: false, code: 'second_factor' });
    house.clock.ahead += 60_000;
    const wrong = await staff.signIn('eva', 'password of eva', '000000');
    expect(wrong).toMatchObject({ ok: false, code: 'wrong_credentials' });
    const code = codeAt(house.deps.now());
    expect(await staff.signIn('eva', 'password of eva', code)).toMatchObject({ ok: true });
    expect(derived).toBe(1);
  });

  it('refuses a server that shows less of the directory than it showed before', async () => {
    const { house, staff, founder } = await found();
    const { organisationId } = founder.view;
    const count = founder.directory().count;
    await staff.signOut();
    const last = { organisationId, n: count };
    await database().directoryEntry.deleteMany({ where: last });
    await database().organisation.update({
      where: { id: organisationId },
      data: { directoryLength: count - 1 },
    });
    const again = keep(staffOf(house));
    expect(await again.signIn('eva', 'password of eva', null)).toEqual({
      ok: false,
      code: 'refused',
    });
    expect(again.state().kind).not.toBe('open');
  });

  it('keeps what two windows of one member change at the same moment', async () => {
    const team = await found();
    const other = sessionOf(keep(await signIn(team.house, 'eva')));
    const mark = (n: number) => ({
      mailboxId: new Uint8Array(16).fill(n),
      n,
      hash: new Uint8Array(32),
    });
    const remember = (session: typeof other, n: number) =>
      session.changeVault((vault) => ({
        ...vault,
        conversations: [...vault.conversations, mark(n)],
      }));
    const both = await Promise.all([remember(team.founder, 1), remember(other, 2)]);
    expect(both).toEqual([{ ok: true }, { ok: true }]);
    await team.founder.changeVault((vault) => ({ ...vault, adminSeed: vault.adminSeed }));
    expect(
      team.founder
        .vault()
        .conversations.map(({ n }) => n)
        .sort(),
    ).toEqual([1, 2]);
  });
});

describeOnEachDatabase('keepers', (database) => {
  const openHouse = useHouse(database);

  it('renew certificates, weekly key and team keys, and erase what is over', async () => {
    const team = await foundTeam(await openHouse('demo'));
    await joinTeam(team, 'mia');
    await approve(team.founder, await memberNamed(team, 'mia'));
    const before = team.founder.vault();
    await team.staff.signOut();
    team.house.clock.ahead += 9 * DAY_MS;
    const staff = await signIn(team.house, 'eva');
    const session = sessionOf(staff);
    const today = dayOf(team.house.deps.now());
    for (const { until } of keyFacts(session).certificates) expect(until - today).toBe(13);
    expect(keyFacts(session).lastDay - today).toBeGreaterThanOrEqual(34);
    const own = toHex(before.counsellor.deviceId);
    expect(session.directory().devEpochs.get(own)?.epoch).toBe(2);
    const held = session.vault();
    expect(before.teamEpochs.some(({ epoch }) => epoch === 1)).toBe(true);
    expect(held.teamEpochs.some(({ epoch }) => epoch === 1)).toBe(false);
    const hour = hourOf(team.house.deps.now());
    expect(held.teamEpochs.every(({ notAfter }) => hour - notAfter < 24)).toBe(true);
    expect(held.deviceEpochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(session.warnings()).toEqual([]);
    await staff.signOut();
  });

  it('let a member who was away for three weeks find every key that still counts', async () => {
    const team = await foundTeam(await openHouse('demo'));
    await joinTeam(team, 'mia');
    await approve(team.founder, await memberNamed(team, 'mia'));
    await team.staff.signOut();
    for (let week = 0; week < 3; week++) {
      team.house.clock.ahead += 6 * DAY_MS;
      await (await signIn(team.house, 'eva')).signOut();
    }
    const mia = await signIn(team.house, 'mia');
    expect(sessionOf(mia).warnings()).toEqual([]);
    await mia.signOut();
  });
});

describe('the second factor', () => {
  it('is written as authenticator apps read it', () => {
    const secret = new TextEncoder().encode('12345678901234567890');
    expect(toBase32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(totpAddress(secret, 'eva', 'Huis & hof')).toBe(
      'otpauth://totp/Huis%20%26%20hof:eva?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Huis%20%26%20hof',
    );
  });
});
