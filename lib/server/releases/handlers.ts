import { teamRequests } from '#lib/protocol/team-events.ts';
import { doerOf } from '../audit/append.ts';
import type { ServerDeps } from '../deps.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { erasureOf } from '../retention/erasure.ts';
import { supervisor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';
import { approvePattern } from './approve-pattern.ts';
import { readFile, readPatterns, readReleases, readSignals } from './data.ts';
import { approve, makeRelease } from './mutations.ts';
import { releasePattern } from './release-pattern.ts';

const changed = (deps: ServerDeps, { organisationId, memberId }: Actor) =>
  tellSupervisors(deps.database, organisationId, 'signal:changed', {}, memberId);

export const readRow: TeamRow<'signals:read'> = {
  schema: teamRequests['signals:read'],
  policy: supervisor,
  async handle(_request, { organisationId }, { deps }) {
    const signals = await readSignals(deps.database, organisationId);
    const releases = await readReleases(deps.database, organisationId);
    const patterns = await readPatterns(deps.database, organisationId);
    return answered({ ok: true, signals, releases, patterns });
  },
};

export const approveRow: TeamRow<'signals:approve'> = {
  schema: teamRequests['signals:approve'],
  policy: supervisor,
  async handle(request, actor, { deps }) {
    const { organisationId } = actor;
    const done = await approve(deps.database, organisationId, request, doerOf(actor, deps));
    if (!done.ok) return refused(done.code);
    return { answer: { ok: true }, effects: await changed(deps, actor) };
  },
};

export const makeRow: TeamRow<'release:make'> = {
  schema: teamRequests['release:make'],
  policy: supervisor,
  async handle(request, actor, { deps }) {
    const { organisationId } = actor;
    const by = doerOf(actor, deps);
    const isDemo = deps.kind === 'demo';
    const made = await makeRelease(deps.database, organisationId, request, by, isDemo);
    if (!made.ok) return refused(made.code);
    erasureOf(deps).want();
    return { answer: { ok: true }, effects: await changed(deps, actor) };
  },
};

export const approvePatternRow: TeamRow<'pattern:approve'> = {
  schema: teamRequests['pattern:approve'],
  policy: supervisor,
  async handle(request, actor, { deps }) {
    const { organisationId } = actor;
    const done = await approvePattern(deps.database, organisationId, request, doerOf(actor, deps));
    if (!done.ok) return refused(done.code);
    return { answer: { ok: true }, effects: await changed(deps, actor) };
  },
};

export const releasePatternRow: TeamRow<'pattern:release'> = {
  schema: teamRequests['pattern:release'],
  policy: supervisor,
  async handle(request, actor, { deps }) {
    const { organisationId } = actor;
    const made = await releasePattern(deps.database, organisationId, request, doerOf(actor, deps));
    if (!made.ok) return refused(made.code);
    erasureOf(deps).want();
    const others = await Promise.all(
      made.alsoHeldBy.map((id) => tellSupervisors(deps.database, id, 'signal:changed', {})),
    );
    return { answer: { ok: true }, effects: [...(await changed(deps, actor)), ...others.flat()] };
  },
};

export const fileRow: TeamRow<'release:read'> = {
  schema: teamRequests['release:read'],
  policy: supervisor,
  async handle({ releaseId }, { organisationId }, { deps }) {
    const file = await readFile(deps.database, organisationId, releaseId);
    return file === null ? refused('stale') : answered({ ok: true, file });
  },
};
