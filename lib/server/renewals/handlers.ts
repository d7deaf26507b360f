import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { memberId as memberIdSchema } from '#lib/protocol/ids.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { enrolledStep } from '../accounts/policy.ts';
import { approvalWatch } from '../approvals/handlers.ts';
import { doerOf } from '../audit/append.ts';
import { attemptsOf } from '../credentials/attempts.ts';
import { fromBase64url } from '../credentials/tokens.ts';
import { dayOf } from '../days.ts';
import { announceDuty } from '../duty/announce.ts';
import { onDutyOf } from '../duty/on-duty.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { mayRenew } from '../members/policy.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { forgetSite } from '../organisations/site.ts';
import { disconnectMember, tellOrganisation, tellPerson } from '../realtime/effects.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { refused, type TeamRow } from '../realtime/types.ts';
import { beginRenewal, finishRenewal } from './mutations.ts';

export const renewRow: TeamRow<'member:renew'> = {
  schema: teamRequests['member:renew'],
  policy: mayRenew,
  async handle({ memberId, ...addition }, actor, services) {
    const { deps } = services;
    const { organisationId } = actor;
    const by = doerOf(actor, deps);
    const begun = await beginRenewal(deps.database, { memberId, organisationId, addition, by });
    if (!begun.ok) return refused(begun.code);
    const { token, expiresDay, length, left } = begun;
    forgetSite(deps);
    onDutyOf(deps).standingChanged(organisationId);
    announceDuty(organisationId, services);
    return {
      answer: { ok: true, token, expiresDay },
      effects: [
        disconnectMember(memberId),
        ...left.map((id) => tellPerson(id, 'counsellor:presence', { present: false })),
        tellOrganisation(organisationId, 'directory:appended', { length }),
        tellOrganisation(organisationId, 'member:changed', { memberId }),
        ...(await tellSupervisors(deps.database, organisationId, 'invitation:changed', {})),
      ],
    };
  },
};

const renewRoute = defineRoute({
  method: 'POST',
  path: '/api/renew',
  body: { kind: 'json', maxBytes: 256 * 1024, schema: accountRoutes['POST /api/renew'] },
  origin: 'own',
  async handle({ body: { token, credentials } }, deps) {
    const totpStep = enrolledStep(credentials.totp, deps.kind, deps.now());
    if (totpStep === null) return { kind: 'refused', code: 'second_factor' };
    const renewed = await finishRenewal(deps.database, {
      token: fromBase64url(token),
      today: dayOf(deps.now()),
      credentials,
      totpStep,
    });
    if (!renewed.ok) return { kind: 'refused', code: renewed.code };
    const { organisationId, loginName } = renewed;
    // What was tried with the forgotten password does not delay the new one.
    attemptsOf(deps).succeeded(loginName);
    const memberId = memberIdSchema.parse(renewed.memberId);
    realtimeOf(deps).publish([tellOrganisation(organisationId, 'member:changed', { memberId })]);
    const watch = await approvalWatch(deps, memberId, fromBase64url(credentials.identity));
    const answer = { ok: true as const, memberId, watch };
    return { kind: 'json', body: answer };
  },
});

export const renewalRoutes: readonly Route[] = [renewRoute];
