import { accountRoutes, type SignInRefused } from '#lib/protocol/account-routes.ts';
import type { Code } from '#lib/protocol/codes.ts';
import { memberId } from '#lib/protocol/ids.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { z } from '#lib/protocol/zod.ts';
import { attemptsOf } from '../credentials/attempts.ts';
import { decoyAccount } from '../credentials/decoy-account.ts';
import { stepOfCode } from '../credentials/one-time-code.ts';
import { sessionCookie } from '../credentials/session-cookie.ts';
import { fromBase64url, sameBytes, sha256, toBase64url } from '../credentials/tokens.ts';
import { workChallengesOf } from '../credentials/work-challenges.ts';
import type { ServerDeps } from '../deps.ts';
import { defineRoute, type Route, type RouteAnswer } from '../http/route.ts';
import { findActor, readSessionView } from '../sessions/data.ts';
import { startSession } from '../sessions/mutations.ts';
import { findAccount, readAccountSecret } from './data.ts';
import { acceptStep } from './mutations.ts';
import type { SignInAccount } from './types.ts';

const maxBytes = 1024;
const signInSchema = accountRoutes['POST /api/sign-in'];
type SignIn = z.output<typeof signInSchema>;

/**
 * The account of a name, or its decoy. Both are made every time: a name that does not exist costs the
 * same work and gets an answer of the same form.
 */
async function accountOrDecoy(deps: ServerDeps, loginName: string): Promise<SignInAccount> {
  const decoy = decoyAccount(await readAccountSecret(deps.database), loginName);
  const account = await findAccount(deps.database, loginName);
  return account ?? { ...decoy, totpSecret: null };
}

const challenge = defineRoute({
  method: 'POST',
  path: '/api/sign-in/challenge',
  body: { kind: 'json', maxBytes, schema: accountRoutes['POST /api/sign-in/challenge'] },
  origin: 'own',
  async handle({ body: { loginName } }, deps) {
    const account = await accountOrDecoy(deps, loginName);
    const body = {
      ok: true as const,
      memberId: memberId.parse(account.memberId),
      salt: toBase64url(account.salt),
      ...workChallengesOf(deps).offer(limits.signInWorkBits),
    };
    return { kind: 'json', body };
  },
});

type Checked = { ok: true; memberId: string } | { ok: false; code: Code };

/** Password, then six digits. Nobody learns from the answer which of name and password was wrong. */
async function checkCredentials(request: SignIn, deps: ServerDeps): Promise<Checked> {
  const account = await accountOrDecoy(deps, request.loginName);
  const right = sameBytes(sha256(fromBase64url(request.loginKey)), account.loginKeyHash);
  if (!right) return { ok: false, code: 'wrong_credentials' };
  const { memberId: id, totpSecret } = account;
  if (totpSecret === null || deps.kind === 'demo') return { ok: true, memberId: id };
  if (request.code === undefined) return { ok: false, code: 'second_factor' };
  const step = stepOfCode(totpSecret, request.code, deps.now());
  if (step === null || !(await acceptStep(deps.database, id, step))) {
    return { ok: false, code: 'wrong_credentials' };
  }
  return { ok: true, memberId: id };
}

function refuse(
  deps: ServerDeps,
  code: Code,
  more: Omit<SignInRefused, 'ok' | 'code'>,
): RouteAnswer {
  deps.counters.add('sign_in_refused');
  return { kind: 'refused', code, more };
}

const signIn = defineRoute({
  method: 'POST',
  path: '/api/sign-in',
  body: { kind: 'json', maxBytes, schema: signInSchema },
  origin: 'own',
  async handle(call, deps) {
    const { body: request } = call;
    const work = workChallengesOf(deps);
    const offer = () => work.offer(limits.signInWorkBits);
    const attempts = attemptsOf(deps);
    if (!work.accept(request.work)) return refuse(deps, 'work_needed', offer());
    const seconds = attempts.begin(request.loginName);
    if (seconds > 0) return refuse(deps, 'slow_down', { ...offer(), seconds });
    const checked = await checkCredentials(request, deps);
    if (!checked.ok) {
      if (checked.code === 'second_factor') attempts.takeBack(request.loginName);
      return refuse(deps, checked.code, offer());
    }
    attempts.succeeded(request.loginName);
    const token = await startSession(deps.database, checked.memberId, deps.now());
    const actor = await findActor(deps.database, sha256(fromBase64url(token)), deps.now());
    if (actor === null) return refuse(deps, 'wrong_credentials', offer());
    deps.counters.add('sign_in');
    const view = await readSessionView(deps.database, actor, deps.kind === 'demo');
    const body = { ok: true as const, ...view };
    return { kind: 'json', body, setCookie: sessionCookie(token, call, deps.env) };
  },
});

export const accountsRoutes: readonly Route[] = [challenge, signIn];
