import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { memberId as memberIdSchema } from '#lib/protocol/ids.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { enrolledStep } from '../accounts/policy.ts';
import { approvalWatch } from '../approvals/handlers.ts';
import { doerOf } from '../audit/append.ts';
import { fromBase64url } from '../credentials/tokens.ts';
import { dayOf } from '../days.ts';
import { announceDuty } from '../duty/announce.ts';
import { onDutyOf } from '../duty/on-duty.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { forgetSite } from '../organisations/site.ts';
import {
  admitMember,
  disconnectMember,
  type Effect,
  tellOrganisation,
} from '../realtime/effects.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { anyMember, supervisor } from '../sessions/policy.ts';
import { readMembers } from './data.ts';
import { approve, join, storeVault, suspend } from './mutations.ts';
import { mayApprove, maySuspend } from './policy.ts';

const joinRoute = defineRoute({
  method: 'POST',
  path: '/api/join',
  body: { kind: 'json', maxBytes: 256 * 1024, schema: accountRoutes['POST /api/join'] },
  origin: 'own',
  async handle({ body: { token, account } }, deps) {
    const totpStep = enrolledStep(account.totp, deps.kind, deps.now());
    if (totpStep === null) return { kind: 'refused', code: 'second_factor' };
    const joined = await join(deps.database, {
      token: fromBase64url(token),
      today: dayOf(deps.now()),
      account,
      totpStep,
    });
    if (!joined.ok) return { kind: 'refused', code: joined.code };
    const { memberId } = account;
    realtimeOf(deps).publish([
      tellOrganisation(joined.organisationId, 'member:changed', { memberId }),
    ]);
    const watch = await approvalWatch(deps, memberId, fromBase64url(account.identity));
    const answer = { ok: true as const, memberId, watch };
    return { kind: 'json', body: answer };
  },
});

export const memberRoutes: readonly Route[] = [joinRoute];

export const readRow: TeamRow<'member:read'> = {
  schema: teamRequests['member:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    return answered({ ok: true, members: await readMembers(deps.database, organisationId) });
  },
};

/** What a team hears when somebody came or went, and the directory became longer with it. */
function changed(organisationId: string, memberId: string, length: number): Effect[] {
  const about = { memberId: memberIdSchema.parse(memberId) };
  return [
    tellOrganisation(organisationId, 'directory:appended', { length }),
    tellOrganisation(organisationId, 'member:changed', about),
  ];
}

export const approveRow: TeamRow<'member:approve'> = {
  schema: teamRequests['member:approve'],
  policy: mayApprove,
  async handle({ memberId, ...addition }, actor, { deps }) {
    const { organisationId } = actor;
    const by = doerOf(actor, deps);
    const approved = await approve(deps.database, { memberId, organisationId, addition, by });
    if (!approved.ok) return refused(approved.code);
    forgetSite(deps);
    return {
      answer: { ok: true },
      effects: [
        admitMember(memberId, organisationId),
        ...changed(organisationId, memberId, approved.length),
      ],
    };
  },
};

export const suspendRow: TeamRow<'member:suspend'> = {
  schema: teamRequests['member:suspend'],
  policy: maySuspend,
  async handle({ memberId, ...addition }, actor, services) {
    const { deps } = services;
    const { organisationId } = actor;
    const by = doerOf(actor, deps);
    const suspended = await suspend(deps.database, { memberId, organisationId, addition, by });
    if (!suspended.ok) return refused(suspended.code);
    forgetSite(deps);
    onDutyOf(deps).standingChanged(organisationId);
    announceDuty(organisationId, services);
    return {
      answer: { ok: true },
      effects: [disconnectMember(memberId), ...changed(organisationId, memberId, suspended.length)],
    };
  },
};

export const vaultRow: TeamRow<'vault:store'> = {
  schema: teamRequests['vault:store'],
  policy: anyMember,
  async handle(vault, { memberId }, { deps }) {
    const stored = await storeVault(deps.database, memberId, vault);
    return stored.ok ? answered({ ok: true }) : refused(stored.code);
  },
};
