import { processHttp } from '#lib/client/portal/http.ts';
import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import { sha512 } from '#lib/crypto/primitives/hash.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import { createSetUpLink } from '#lib/server/invitations/mutations.ts';
import type { TestHouse } from '#lib/server/realtime/test-house.ts';
import { newAccountPlace } from './account.ts';
import { type NewRoots, newRoots } from './first-keys.ts';
import { type Joined, join } from './join.ts';
import { directKeyWork, type KeyWork } from './key-work.ts';
import { setUp } from './set-up.ts';
import { createStaff } from './staff.ts';
import type { Staff } from './staff-state.ts';
import type { TeamSession } from './team-session.ts';

/** Password keys without the half second of Argon2id; the proof of work is the real one. */
export const quickWork: KeyWork = {
  keys: async ({ password, salt }) => {
    const both = sha512(utf8(`${password} ${Array.from(salt).join()}`));
    return { vaultKey: both.slice(0, 32), loginKey: both.slice(32) };
  },
  work: directKeyWork.work,
  end: () => {},
};

export const testSettings: SiteSettings = {
  name: 'Huis in de straat',
  countries: ['BE'],
  languages: ['nl', 'fr'],
  hours: {
    zone: 'Europe/Brussels',
    week: Array.from({ length: 7 }, () => []),
    daysOff: [],
    byHand: null,
  },
};

/** An organisation that was set up by its founder `eva`, with the client's own code. */
export type TestTeam = { house: TestHouse; roots: NewRoots; founder: TeamSession; staff: Staff };

export const choice = (loginName: string) => ({
  place: newAccountPlace(systemRandom),
  loginName,
  displayName: loginName.toUpperCase(),
  password: `password of ${loginName}`,
  totp: null,
});

export const around = (house: TestHouse, work = quickWork) => ({
  http: processHttp(house.address),
  work,
  now: house.deps.now,
  random: systemRandom,
});

export const staffOf = (house: TestHouse, work = quickWork): Staff => {
  const { work: _, ...rest } = around(house, work);
  return createStaff({ ...rest, work: () => work });
};

/** The session of a member who is signed in; throws when they are not. */
export function sessionOf(staff: Staff): TeamSession {
  const state = staff.state();
  if (state.kind !== 'open') throw new Error(`not open but ${state.kind}`);
  return state.session;
}

export async function signIn(house: TestHouse, name: string): Promise<Staff> {
  const staff = staffOf(house);
  const answer = await staff.signIn(name, `password of ${name}`, null);
  if (!answer.ok) throw new Error(answer.code);
  if (staff.state().kind === 'open') await sessionOf(staff).keep();
  return staff;
}

export async function foundTeam(house: TestHouse): Promise<TestTeam> {
  const today = Math.floor(house.deps.now() / 86_400_000);
  const { token } = await createSetUpLink(house.deps.database, today);
  // setUp wipes nothing of these: the recovery kit is the founder's.
  const roots = newRoots(1, 1, systemRandom);
  const made = await setUp(around(house), token, roots, testSettings, choice('eva'));
  if (!made.ok) throw new Error(made.code);
  const staff = await signIn(house, 'eva');
  return { house, roots, founder: sessionOf(staff), staff };
}

/** Invites and joins; the newcomer waits for approval. @param roles 1 counsellor, 3 supervisor */
export async function joinTeam(
  { house, founder }: TestTeam,
  name: string,
  roles: 1 | 3 = 1,
): Promise<Extract<Joined, { ok: true }>> {
  const link = await founder.portal.request('member:invite', { roles });
  if (!link.ok) throw new Error(link.code);
  const { organisationId } = founder.view;
  const joined = await join(around(house), link.token, organisationId, choice(name));
  if (!joined.ok) throw new Error(joined.code);
  return joined;
}

export async function memberNamed({ founder }: TestTeam, name: string): Promise<MemberView> {
  const answer = await founder.portal.request('member:read', {});
  if (!answer.ok) throw new Error(answer.code);
  const member = answer.members.find(({ loginName }) => loginName === name);
  if (!member) throw new Error(`nobody is called ${name}`);
  return member;
}
