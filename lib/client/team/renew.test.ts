import { expect, it } from 'vitest';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { describeOnEachDatabase } from '#lib/server/db/test-databases.ts';
import { activeAdmin } from './admin.ts';
import { approve } from './approve.ts';
import { becomeAdmin } from './certify.ts';
import { fiveWords } from './five-words.ts';
import { parseIdentity } from './member-identity.ts';
import { rootKeyText } from './recovery-kit.ts';
import { renew } from './renew.ts';
import { renewMember } from './renew-member.ts';
import type { Staff } from './staff-state.ts';
import { suspend } from './suspend.ts';
import type { TeamSession } from './team-session.ts';
import { opens, startChat, takenKeys } from './test-intakes.ts';
import {
  around,
  choice,
  joinTeam,
  memberNamed,
  sessionOf,
  staffOf,
  type TestTeam,
} from './test-team.ts';
import { useTeam } from './test-use-team.ts';

describeOnEachDatabase('a lost password', (database) => {
  const { found, enter, keep } = useTeam(database);

  /** A founder, and members who were approved, each signed in with the password that they lose. */
  async function scene(names: Record<string, 1 | 3>) {
    const team = await found();
    const members: Record<string, Staff> = {};
    for (const [name, roles] of Object.entries(names)) {
      await joinTeam(team, name, roles);
      await approve(team.founder, await memberNamed(team, name));
      members[name] = await enter(team, name);
    }
    const member = (name: string) => members[name] ?? team.staff;
    return { team, member };
  }

  async function linkFor(team: TestTeam, name: string, by: TeamSession = team.founder) {
    const link = await renewMember(by, await memberNamed(team, name));
    if (!link.ok) throw new Error(link.code);
    return link.token;
  }

  /** What the page behind the link does, for whom the server says that it is. */
  async function beginAnew(team: TestTeam, token: string, password: string) {
    const link = await around(team.house).http.post('POST /api/invitation', { token });
    if (!link.ok || !link.member || !link.organisationId) throw new Error('no link');
    const { memberId, ...names } = link.member;
    const place = { memberId: fromHex(memberId), salt: systemRandom(16) };
    const made = { ...choice(names.loginName), ...names, place, password };
    return renew(around(team.house), token, link.organisationId, made);
  }

  const tryToSignIn = async (team: TestTeam, name: string, password: string) => {
    const staff = staffOf(team.house);
    const answer = await staff.signIn(name, password, null);
    keep(staff);
    return { staff, answer };
  };

  it('is renewed: the same name, new keys, and people can talk to them again', async () => {
    const { team, member } = await scene({ mia: 1 });
    const before = await memberNamed(team, 'mia');
    const old = sessionOf(member('mia')).vault().counsellor;
    const oldDevice = old.deviceId.slice();
    const token = await linkFor(team, 'mia');
    // From the moment the link is made: signed out, and the password opens nothing.
    expect((await tryToSignIn(team, 'mia', 'password of mia')).answer).toMatchObject({
      code: 'wrong_credentials',
    });
    expect(await memberNamed(team, 'mia')).toMatchObject({ status: 'renewing' });

    const renewed = await beginAnew(team, token, 'seven new words');
    if (!renewed.ok) throw new Error(renewed.code);
    const after = await memberNamed(team, 'mia');
    const { memberId, loginName, displayName, roles } = before;
    expect(after).toMatchObject({ memberId, loginName, displayName, roles, status: 'pending' });
    // They wait, and see the words that the supervisor sees.
    const waiting = await tryToSignIn(team, 'mia', 'seven new words');
    const state = waiting.staff.state();
    if (state.kind !== 'pending') throw new Error(state.kind);
    const shown = fiveWords(parseIdentity(after.identity), team.founder.vault().roots)('nl');
    expect(state.words('nl')).toEqual(shown);
    expect(fiveWords(renewed.identity, renewed.roots)('nl')).toEqual(shown);

    expect(await approve(team.founder, after)).toEqual({ ok: true });
    const mia = sessionOf((await tryToSignIn(team, 'mia', 'seven new words')).staff);
    await mia.keep();
    expect(opens(mia, await startChat(team))).toBe(true);
    expect(mia.vault().counsellor.deviceId).not.toEqual(oldDevice);
    expect(mia.vault().storeKeys.at(-1)).toEqual(team.founder.vault().storeKeys.at(-1));
    expect(mia.warnings()).toEqual([]);
  });

  it('may be in wrong hands: with it and a copy of the vault nothing new can be read', async () => {
    const { team, member } = await scene({ mia: 1 });
    const thief = takenKeys(sessionOf(member('mia')));
    expect(opens(thief, await startChat(team))).toBe(true);
    const token = await linkFor(team, 'mia');
    expect(opens(thief, await startChat(team))).toBe(false);
    await beginAnew(team, token, 'seven new words');
    await approve(team.founder, await memberNamed(team, 'mia'));
    const chat = await startChat(team);
    expect(opens(thief, chat)).toBe(false);
    expect(opens(team.founder, chat)).toBe(true);
    expect((await tryToSignIn(team, 'mia', 'password of mia')).answer).toMatchObject({
      code: 'wrong_credentials',
    });
  });

  it('would be in wrong hands without new keys: the same on a copy that makes none', async () => {
    const { team, member } = await scene({ mia: 1 });
    const thief = takenKeys(sessionOf(member('mia')));
    const { memberId } = await memberNamed(team, 'mia');
    const nothing = { entries: [], seals: [], wraps: [] };
    const weak = await team.founder.portal.request('member:renew', {
      memberId,
      after: team.founder.directory().count,
      ...nothing,
    });
    if (!weak.ok) throw new Error(weak.code);
    await beginAnew(team, weak.token, 'seven new words');
    await approve(team.founder, await memberNamed(team, 'mia'));
    expect(opens(thief, await startChat(team))).toBe(true);
  });

  it('is no door for the server: keys of its own give other words than the member reads', async () => {
    const { team } = await scene({ mia: 1 });
    const renewed = await beginAnew(team, await linkFor(team, 'mia'), 'seven new words');
    if (!renewed.ok) throw new Error(renewed.code);
    const { identity } = await joinTeam(team, 'eve');
    const eve = await memberNamed(team, 'eve');
    const where = { loginName: 'mia' };
    await database().member.update({ where, data: { identity: Uint8Array.from(eve.identity) } });
    const { roots } = team.founder.vault();
    const listed = parseIdentity((await memberNamed(team, 'mia')).identity);
    expect(listed).toEqual(identity);
    expect(fiveWords(listed, roots)('fr')).not.toEqual(
      fiveWords(renewed.identity, renewed.roots)('fr'),
    );
  });

  it('cuts off whom the supervisor named: other devices in their place are refused', async () => {
    const { team, member } = await scene({ mia: 1, noa: 1 });
    const noa = await memberNamed(team, 'noa');
    const mia = await memberNamed(team, 'mia');
    const swapped = { ...mia, identity: noa.identity };
    for (const act of [renewMember, suspend]) {
      expect(await act(team.founder, swapped)).toEqual({ ok: false, code: 'refused' });
    }
    const nobody = { ...mia, identity: new Uint8Array(3) };
    expect(await renewMember(team.founder, nobody)).toEqual({ ok: false, code: 'refused' });
    expect(member('mia').state().kind).toBe('open');
  });

  it('of the only one who can certify: the second supervisor takes the kit, and the founder again', async () => {
    const { team, member } = await scene({ sofie: 3 });
    const kit = team.roots.seeds.map(rootKeyText).join('\n');
    const sofie = sessionOf(member('sofie'));
    const eva = await memberNamed(team, 'eva');
    expect(await renewMember(sofie, eva)).toEqual({ ok: false, code: 'not_allowed' });
    expect(await becomeAdmin(sofie, kit)).toEqual({ ok: true });
    const again: TestTeam = { ...team, founder: sofie };
    await beginAnew(again, await linkFor(again, 'eva', sofie), 'new words of eva');
    expect(await approve(sofie, await memberNamed(again, 'eva'))).toEqual({ ok: true });
    const evaAgain = sessionOf((await tryToSignIn(team, 'eva', 'new words of eva')).staff);
    await evaAgain.keep();
    // Her right to certify was in the lost vault; the kit gives it back, and nothing else does.
    expect(activeAdmin(evaAgain)).toBeNull();
    await joinTeam(again, 'mia');
    expect(await approve(evaAgain, await memberNamed(again, 'mia'))).toMatchObject({ ok: false });
    expect(await becomeAdmin(evaAgain, kit)).toEqual({ ok: true });
    expect(await approve(evaAgain, await memberNamed(again, 'mia'))).toEqual({ ok: true });
    expect(evaAgain.vault().releaseEpochs.at(-1)).toEqual(sofie.vault().releaseEpochs.at(-1));
  });
});
