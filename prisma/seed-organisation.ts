import { processHttp } from '#lib/client/portal/http.ts';
import { newAccountPlace } from '#lib/client/team/account.ts';
import { approve } from '#lib/client/team/approve.ts';
import { becomeAdmin } from '#lib/client/team/certify.ts';
import { newRoots } from '#lib/client/team/first-keys.ts';
import { join } from '#lib/client/team/join.ts';
import type { KeyWork } from '#lib/client/team/key-work.ts';
import { rootKeyText } from '#lib/client/team/recovery-kit.ts';
import { roleBits } from '#lib/client/team/session-facts.ts';
import { setUp } from '#lib/client/team/set-up.ts';
import { createStaff } from '#lib/client/team/staff.ts';
import type { Staff } from '#lib/client/team/staff-state.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { systemRandom } from '#lib/crypto/random.ts';
import { type DemoAccount, type DemoOrganisation, demoPassword } from './demo-accounts.ts';

export type SeedContext = { origin: string; work: KeyWork };

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

const around = { now: Date.now, random: systemRandom };

/** What an account's form would hold; its keys begin to be derived at once. */
function choiceOf({ loginName, displayName }: DemoAccount, work: KeyWork) {
  const place = newAccountPlace(systemRandom);
  const { memberId: accountId, salt } = place;
  void work.keys({ password: demoPassword, loginName, salt, accountId }, 'open');
  return { place, loginName, displayName, password: demoPassword, totp: null };
}

/** Accounts whose passwords are being derived, before a server is there to send them to. */
export type PreparedOrganisation = {
  demo: DemoOrganisation;
  choices: ReadonlyMap<string, ReturnType<typeof choiceOf>>;
};

export function prepareOrganisation(demo: DemoOrganisation, work: KeyWork): PreparedOrganisation {
  const accounts = [...demo.supervisors, ...demo.counsellors];
  const choices = accounts.map((account) => [account.loginName, choiceOf(account, work)] as const);
  return { demo, choices: new Map(choices) };
}

/** Makes one organisation as its people would: set-up, invitations, joining, approval. */
export async function seedOrganisation(
  { origin, work }: SeedContext,
  { demo, choices }: PreparedOrganisation,
  token: string,
): Promise<void> {
  const [founder, ...others] = demo.supervisors;
  const roots = newRoots(1, 1, systemRandom);
  const choiceFor = (account: DemoAccount) =>
    choices.get(account.loginName) ?? choiceOf(account, work);
  const http = processHttp(origin);
  const founded = await setUp(
    { ...around, http, work },
    token,
    roots,
    demo.settings,
    choiceFor(founder),
  );
  must(`setting up ${demo.settings.name}`, founded);
  const staff = await signIn({ origin, work }, founder.loginName);
  const session = sessionOf(staff);
  await session.keep();
  for (const account of [...others, ...demo.counsellors]) {
    await admit({ origin, work }, session, account, choiceFor(account));
  }
  const kit = roots.seeds.map(rootKeyText).join('\n');
  for (const account of others) {
    const colleague = await signIn({ origin, work }, account.loginName);
    await sessionOf(colleague).keep();
    must(`the certificates of ${account.loginName}`, await becomeAdmin(sessionOf(colleague), kit));
    await colleague.signOut();
  }
  await staff.signOut();
}

async function admit(
  { origin, work }: SeedContext,
  session: TeamSession,
  account: DemoAccount,
  choice: ReturnType<typeof choiceOf>,
): Promise<void> {
  const { counsellor, supervisor } = roleBits;
  const roles = account.role === 'counsellor' ? counsellor : counsellor | supervisor;
  const invited = await session.portal.request('member:invite', {
    roles: roles === counsellor ? 1 : 3,
  });
  must(`inviting ${account.loginName}`, invited);
  const http = processHttp(origin);
  const { organisationId } = session.view;
  const joined = await join({ ...around, http, work }, invited.token, organisationId, choice);
  must(`${account.loginName} joining`, joined);
  const members = await session.portal.request('member:read', {});
  must('reading the members', members);
  const pending = members.members.find(({ loginName }) => loginName === account.loginName);
  if (!pending)
    throw new SeedFailed(`The demo could not be made: ${account.loginName} is missing.`);
  must(`approving ${account.loginName}`, await approve(session, pending));
}

async function signIn({ origin, work }: SeedContext, loginName: string): Promise<Staff> {
  const staff = createStaff({ ...around, http: processHttp(origin), work: () => work });
  must(`${loginName} signing in`, await staff.signIn(loginName, demoPassword, null));
  return staff;
}

function sessionOf(staff: Staff): TeamSession {
  const state = staff.state();
  if (state.kind !== 'open') throw new SeedFailed('The demo could not be made: no open session.');
  return state.session;
}

/** An old demo folder: a supervisor signs in, and the keepers renew what has ended or is about to. */
export async function renewOrganisation(
  context: SeedContext,
  { supervisors }: DemoOrganisation,
): Promise<void> {
  for (const { loginName } of supervisors) {
    const staff = await signIn(context, loginName);
    await sessionOf(staff).keep();
    await staff.signOut();
  }
}
