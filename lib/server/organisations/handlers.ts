import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { readEntry } from '#lib/protocol/entry-layout.ts';
import { teamRequests } from '#lib/protocol/team-events.ts';
import { enrolledStep } from '../accounts/policy.ts';
import { doerOf } from '../audit/append.ts';
import { fromBase64url } from '../credentials/tokens.ts';
import { dayOf } from '../days.ts';
import { announceAttendance } from '../duty/attendance.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { tellOrganisation } from '../realtime/effects.ts';
import { refused, type TeamRow } from '../realtime/types.ts';
import { supervisor } from '../sessions/policy.ts';
import { forgetHours } from './hours.ts';
import { publishRecord, setUpOrganisation } from './mutations.ts';
import { readOwnRecord } from './policy.ts';
import { readSettings } from './read-settings.ts';
import { forgetSite, readSite } from './site.ts';

const withBytes = <T extends { blob: string }>(row: T) => ({
  ...row,
  blob: fromBase64url(row.blob),
});

const setUp = defineRoute({
  method: 'POST',
  path: '/api/set-up',
  body: {
    kind: 'json',
    maxBytes: 1024 * 1024,
    schema: accountRoutes['POST /api/set-up'],
  },
  origin: 'own',
  async handle({ body }, deps) {
    const { organisationId, founder } = body;
    const record = {
      siteEntry: fromBase64url(body.siteEntry),
      adminCert: fromBase64url(body.adminCert),
    };
    const entries = body.entries.map(fromBase64url);
    const site = readOwnRecord(record, organisationId);
    const areOwn = entries.every((raw) => readEntry(raw)?.organisationId === organisationId);
    // Units and settings of signals take two people, and whoever founds is alone; a demo has nobody to protect.
    const isAlone = site && readSettings(site.settings)?.signals && deps.kind !== 'demo';
    if (site === null || !areOwn || isAlone) return { kind: 'refused', code: 'malformed' };
    const totpStep = enrolledStep(founder.totp, deps.kind, deps.now());
    if (totpStep === null) return { kind: 'refused', code: 'second_factor' };
    const made = await setUpOrganisation(deps.database, {
      invitation: { token: fromBase64url(body.token), today: dayOf(deps.now()) },
      record: { ...record, site },
      addition: {
        after: 0,
        entries,
        seals: body.seals.map(withBytes),
        wraps: body.wraps.map(withBytes),
      },
      founder: { account: founder, totpStep },
    });
    if (!made.ok) return { kind: 'refused', code: made.code };
    forgetSite(deps);
    const answer = { ok: true as const, organisationId };
    return { kind: 'json', body: answer };
  },
});

const site = defineRoute({
  method: 'GET',
  path: '/site.bin',
  body: { kind: 'none' },
  origin: 'any',
  async handle(_call, deps) {
    return { kind: 'bytes', bytes: await readSite(deps) };
  },
});

export const organisationRoutes: readonly Route[] = [setUp, site];

export const publishRow: TeamRow<'organisation:publish'> = {
  schema: teamRequests['organisation:publish'],
  policy: (actor, record) =>
    readOwnRecord(record, actor.organisationId) === null ? 'malformed' : supervisor(actor),
  async handle(record, { organisationId, memberId }, services) {
    const { deps } = services;
    const own = readOwnRecord(record, organisationId);
    if (own === null || readSettings(own.settings) === null) return refused('malformed');
    const by = doerOf({ memberId }, deps);
    const published = await publishRecord(deps.database, { ...record, site: own }, by);
    if (!published.ok) return refused(published.code);
    forgetSite(deps);
    forgetHours(deps, organisationId);
    announceAttendance(organisationId, services);
    const told = tellOrganisation(organisationId, 'organisation:published', {});
    const effects = published.hasNewTerms
      ? await tellSupervisors(deps.database, organisationId, 'terms:changed', {}, memberId)
      : [];
    return { answer: { ok: true }, effects: [told, ...effects] };
  },
};
