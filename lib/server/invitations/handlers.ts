import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { organisationId as organisationIdSchema } from '#lib/protocol/ids.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { isNameTaken } from '../accounts/data.ts';
import { doerOf } from '../audit/append.ts';
import { fromBase64url, sha256, toBase64url } from '../credentials/tokens.ts';
import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { readOrganisationName } from '../organisations/data.ts';
import { answered, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';
import { findInvitation, readOpenLinks } from './data.ts';
import { createJoinLink, createSetUpLink, deleteSetUpLinks, withdrawLink } from './mutations.ts';
import { nameLooksOf } from './name-looks.ts';
import { lastDayText } from './set-up-line.ts';

const readInvitation = defineRoute({
  method: 'POST',
  path: '/api/invitation',
  body: { kind: 'json', maxBytes: 1024, schema: accountRoutes['POST /api/invitation'] },
  origin: 'own',
  async handle({ body }, deps) {
    const found = await findInvitation(deps.database, fromBase64url(body.token), dayOf(deps.now()));
    if (found === null) return { kind: 'refused', code: 'wrong_credentials' };
    const { kind, roles, organisationId } = found;
    const answer = {
      ok: true as const,
      kind,
      roles,
      organisationId: organisationId === null ? null : organisationIdSchema.parse(organisationId),
      organisationName:
        organisationId === null ? null : await readOrganisationName(deps.database, organisationId),
      member: found.kind === 'renew' ? found.member : null,
      demo: deps.kind === 'demo',
    };
    return { kind: 'json', body: answer };
  },
});

const readLoginName = defineRoute({
  method: 'POST',
  path: '/api/login-name',
  body: { kind: 'json', maxBytes: 1024, schema: accountRoutes['POST /api/login-name'] },
  origin: 'own',
  async handle({ body: { token, loginName } }, deps) {
    const bytes = fromBase64url(token);
    const found = await findInvitation(deps.database, bytes, dayOf(deps.now()));
    if (found === null || found.kind === 'renew')
      return { kind: 'refused', code: 'wrong_credentials' };
    if (!nameLooksOf(deps).mayLook(toBase64url(sha256(bytes))))
      return { kind: 'refused', code: 'slow_down' };
    const body = { ok: true as const, free: !(await isNameTaken(deps.database, loginName)) };
    return { kind: 'json', body };
  },
});

export const invitationRoutes: readonly Route[] = [readInvitation, readLoginName];

const changed = (deps: ServerDeps, { organisationId, memberId }: Actor) =>
  tellSupervisors(deps.database, organisationId, 'invitation:changed', {}, memberId);

export const inviteRow: TeamRow<'member:invite'> = {
  schema: teamRequests['member:invite'],
  policy: supervisor,
  async handle({ roles }, actor, { deps }) {
    const what = { organisationId: actor.organisationId, roles };
    const link = await createJoinLink(deps.database, what, doerOf(actor, deps));
    return { answer: { ok: true, ...link }, effects: await changed(deps, actor) };
  },
};

export const readInvitationsRow: TeamRow<'invitation:read'> = {
  schema: teamRequests['invitation:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    const found = await readOpenLinks(deps.database, organisationId, dayOf(deps.now()));
    const invitations = found.map(({ tokenHash, member, ...link }) => ({
      id: tokenHash,
      renews: member?.displayName ?? null,
      ...link,
    }));
    return answered({ ok: true, invitations });
  },
};

export const withdrawRow: TeamRow<'invitation:withdraw'> = {
  schema: teamRequests['invitation:withdraw'],
  policy: supervisor,
  async handle({ id }, actor, { deps }) {
    await withdrawLink(deps.database, actor.organisationId, id, doerOf(actor, deps));
    return { answer: { ok: true }, effects: await changed(deps, actor) };
  },
};

/**
 * What an operator reads at the start of a server without an organisation: one link, good for a week
 * and for one use. Links of earlier starts end with it.
 */
export async function announceSetUp(deps: ServerDeps, address: string): Promise<readonly string[]> {
  if (deps.kind === 'demo' || (await deps.database.organisation.count()) > 0) return [];
  await deleteSetUpLinks(deps.database);
  const { token, expiresDay } = await createSetUpLink(deps.database, dayOf(deps.now()));
  return [`Set up your organisation (${lastDayText(expiresDay)}): ${address}/setup/${token}`];
}

/** How many organisations a demo has. */
const demoOrganisations = 2;

/** One set-up token for each organisation of a new demo; none when it has been filled. */
export async function demoSetUpTokens(deps: ServerDeps): Promise<string[]> {
  if ((await deps.database.organisation.count()) > 0) return [];
  const today = dayOf(deps.now());
  const links = Array.from({ length: demoOrganisations }, () =>
    createSetUpLink(deps.database, today),
  );
  return (await Promise.all(links)).map(({ token }) => token);
}
