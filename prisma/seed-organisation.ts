import { deskOf } from '#lib/client/office/signals/desk.ts';
import { processHttp } from '#lib/client/portal/http.ts';
import { newAccountPlace } from '#lib/client/team/account.ts';
import { activeAdmin } from '#lib/client/team/admin.ts';
import { appendAll } from '#lib/client/team/append.ts';
import { approve } from '#lib/client/team/approve.ts';
import { type NewRoots, newAdmin } from '#lib/client/team/first-keys.ts';
import { join } from '#lib/client/team/join.ts';
import { directKeyWork, type KeyWork } from '#lib/client/team/key-work.ts';
import { publishSettings } from '#lib/client/team/publish.ts';
import { setUp } from '#lib/client/team/set-up.ts';
import { createStaff } from '#lib/client/team/staff.ts';
import type { Staff } from '#lib/client/team/staff-state.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import type { AccountKeys } from '#lib/crypto/account/account-keys.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { type DemoAccount, type DemoOrganisation, demoPassword } from './demo-accounts.ts';
import { passAllOn, seedSignals } from './seed-signals.ts';
import { renewedTerms } from './seed-units.ts';

/** A step of the seed that the server refused; the demo does not start then. */
export class SeedFailed extends Error {
  override readonly name = 'SeedFailed';
}

function must<T extends { ok: boolean }>(
  what: string,
  answer: T,
): asserts answer is Extract<T, { ok: true }> {
  if (answer.ok) return;
  const code = 'code' in answer ? String(answer.code) : 'no reason given';
  throw new SeedFailed(`The demo could not be made: ${what} was refused (${code}).`);
}

const surroundings = { now: Date.now, random: systemRandom };

/** What an account's form would hold. */
const choiceOf = ({ loginName, displayName }: DemoAccount) => ({
  place: newAccountPlace(systemRandom),
  loginName,
  displayName,
  password: demoPassword,
  totp: null,
});

/** Accounts whose passwords were derived, before a server is there to send them to. */
export type PreparedOrganisation = {
  demo: DemoOrganisation;
  choices: ReadonlyMap<DemoAccount, ReturnType<typeof choiceOf>>;
  work: KeyWork;
};

/**
 * Derives the passwords of one organisation; it takes half a second each.
 * @param needed false as soon as it turns out that they are not
 */
export async function prepareOrganisation(
  demo: DemoOrganisation,
  needed: () => boolean,
): Promise<PreparedOrganisation> {
  const work = rememberingKeyWork();
  const choices = new Map<DemoAccount, ReturnType<typeof choiceOf>>();
  for (const account of [...demo.supervisors, ...demo.counsellors]) {
    if (!needed()) break;
    const choice = choiceOf(account);
    const { memberId: accountId, salt } = choice.place;
    await work.keys({ ...choice, salt, accountId }, 'open');
    choices.set(account, choice);
  }
  return { demo, choices, work };
}

/** Derives each password once, however often it is needed. */
function rememberingKeyWork(): KeyWork {
  const known = new Map<string, AccountKeys>();
  return {
    ...directKeyWork,
    async keys(input) {
      const account = toHex(input.salt);
      // Once and not twice with a comparison: a demo that came out wrong does not start.
      const keys = known.get(account) ?? (await directKeyWork.keys(input, 'open'));
      known.set(account, keys);
      // The receiver wipes what it is given.
      return { vaultKey: keys.vaultKey.slice(), loginKey: keys.loginKey.slice() };
    },
  };
}

/** What a new organisation is made of: its link, its root keys, its units and settings of signals. */
export type NewDemo = { token: string; roots: NewRoots; signals: SignalTerms };

/** Makes one organisation as its people would: set-up, invitations, joining, approval. */
export async function seedOrganisation(
  { demo, choices, work }: PreparedOrganisation,
  origin: string,
  { token, roots: made, signals }: NewDemo,
): Promise<void> {
  const [founder, ...others] = demo.supervisors;
  const choiceFor = (account: DemoAccount) => choices.get(account) ?? choiceOf(account);
  const http = processHttp(origin);
  const around = { ...surroundings, http, work };
  must(
    `setting up ${demo.settings.name}`,
    await setUp(around, token, made, { ...demo.settings, signals }, choiceFor(founder)),
  );
  const staff = await signIn(origin, work, founder.loginName);
  const session = sessionOf(staff);
  const signers = made.seeds.map((seed, rootIndex) => ({ rootIndex, seed }));
  for (const account of others) {
    // The kit lies on the table while the second supervisor joins.
    const admin = newAdmin(made.roots, signers, Date.now(), systemRandom);
    await admit(origin, work, session, account, choiceFor(account), admin.seed);
    const certified = { entries: [admin.cert], seals: [], wraps: [] };
    const { count } = session.directory();
    const appended = await appendAll(session, count, [certified]);
    must(`the right to certify of ${account.loginName}`, appended);
  }
  for (const account of demo.counsellors) {
    await admit(origin, work, session, account, choiceFor(account), null);
  }
  await staff.signOut();
}

async function admit(
  origin: string,
  work: KeyWork,
  session: TeamSession,
  account: DemoAccount,
  choice: ReturnType<typeof choiceOf>,
  adminSeed: Uint8Array | null,
): Promise<void> {
  const roles = account.role === 'counsellor' ? 1 : 3;
  const invited = await session.portal.request('member:invite', { roles });
  must(`inviting ${account.loginName}`, invited);
  const around = { ...surroundings, http: processHttp(origin), work };
  const { organisationId } = session.view;
  const joined = await join(around, invited.token, organisationId, choice, adminSeed);
  must(`${account.loginName} joining`, joined);
  const members = await session.portal.request('member:read', {});
  must('reading the members', members);
  const pending = members.members.find(({ loginName }) => loginName === account.loginName);
  if (!pending)
    throw new SeedFailed(`The demo could not be made: ${account.loginName} is missing.`);
  must(`approving ${account.loginName}`, await approve(session, pending));
}

async function signIn(origin: string, work: KeyWork, loginName: string): Promise<Staff> {
  const staff = createStaff({
    ...surroundings,
    http: processHttp(origin),
    work: () => work,
    // A week of team keys comes with the set-up; the first who signs in makes the rest.
    keepers: 'by-hand',
  });
  must(`${loginName} signing in`, await staff.signIn(loginName, demoPassword, null));
  return staff;
}

function sessionOf(staff: Staff): TeamSession {
  const state = staff.state();
  if (state.kind !== 'open') throw new SeedFailed('The demo could not be made: no open session.');
  return state.session;
}

type SignedIn = { staff: Staff; session: TeamSession; rest: readonly DemoAccount[] };

/** Who tried the demo may have suspended one of them; another can do it as well. */
async function signInOneOf(
  { work }: PreparedOrganisation,
  origin: string,
  accounts: readonly DemoAccount[],
): Promise<SignedIn> {
  let refused: unknown = new SeedFailed('The demo could not be renewed: nobody is left to do it.');
  for (const [at, { loginName }] of accounts.entries()) {
    try {
      const staff = await signIn(origin, work, loginName);
      return { staff, session: sessionOf(staff), rest: accounts.slice(at + 1) };
    } catch (error) {
      if (!(error instanceof SeedFailed)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/**
 * An old demo folder: a supervisor signs in, the keepers renew what has ended or is about to, and agreements of
 * police units are made anew as real ones are, by two people.
 */
export async function renewOrganisation(
  prepared: PreparedOrganisation,
  origin: string,
  now = Date.now(),
): Promise<void> {
  const first = await signInOneOf(prepared, origin, prepared.demo.supervisors);
  await first.session.keep();
  const { signals } = first.session.settings();
  const terms = signals ? renewedTerms(signals, dayOf(now)) : null;
  if (terms !== null) await renewAgreements(prepared, origin, first, terms);
  await first.staff.signOut();
}

async function renewAgreements(
  prepared: PreparedOrganisation,
  origin: string,
  { session, rest }: SignedIn,
  terms: SignalTerms,
): Promise<void> {
  const read = await session.portal.request('terms:read', {});
  must('reading what waits for a second supervisor', read);
  // Somebody who tries the demo proposed it: a newer proposal would take its place.
  if (read.proposal !== null) return;
  const second = await signInOneOf(prepared, origin, rest).catch((error: unknown) => {
    if (error instanceof SeedFailed) return null;
    throw error;
  });
  // It takes two who may, and whoever tried the demo may have left one.
  if (second === null) return;
  if (activeAdmin(second.session)) {
    must('a new agreement', await session.portal.request('terms:propose', { terms }));
    const settings = { ...second.session.settings(), signals: terms };
    must('confirming the agreement', await publishSettings(second.session, settings));
  }
  await second.staff.signOut();
}

/** Signals of nobody, so that a pattern release can be tried; the desk of the demo gets those of the others. */
export async function seedDemoSignals(
  { demo, work }: PreparedOrganisation,
  origin: string,
): Promise<void> {
  const staff = await signIn(origin, work, demo.supervisors[0].loginName);
  const session = sessionOf(staff);
  const names = demo.counsellors.map(({ displayName }) => displayName);
  await seedSignals(session, origin, { ...demo.signals, counsellors: names });
  if (deskOf(session) !== null) await passAllOn(session, names);
  await staff.signOut();
}
