import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { endedCookie, sessionHashOf } from '../credentials/session-cookie.ts';
import { toBase64url } from '../credentials/tokens.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { disconnectSession } from '../realtime/effects.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { findActor, readSessionView } from './data.ts';
import { endSession } from './mutations.ts';

const maxBytes = 1024;

const readSession = defineRoute({
  method: 'POST',
  path: '/api/session',
  body: { kind: 'json', maxBytes, schema: accountRoutes['POST /api/session'] },
  origin: 'own',
  async handle({ cookies }, deps) {
    const hash = sessionHashOf(cookies);
    const actor = hash === null ? null : await findActor(deps.database, hash, deps.now());
    if (actor === null) return { kind: 'refused', code: 'signed_out' };
    const view = await readSessionView(deps.database, actor, deps.kind === 'demo');
    const body = { ok: true as const, ...view };
    return { kind: 'json', body };
  },
});

const signOut = defineRoute({
  method: 'POST',
  path: '/api/sign-out',
  body: { kind: 'json', maxBytes, schema: accountRoutes['POST /api/sign-out'] },
  origin: 'own',
  async handle(call, deps) {
    const hash = sessionHashOf(call.cookies);
    if (hash !== null) {
      await endSession(deps.database, hash);
      realtimeOf(deps).publish([disconnectSession(toBase64url(hash))]);
    }
    return { kind: 'json', body: { ok: true }, setCookie: endedCookie(call, deps.env) };
  },
});

export const sessionRoutes: readonly Route[] = [readSession, signOut];
