import { teamRequests } from '#lib/protocol/team-events.ts';
import { appendAudit, doerOf } from '../audit/append.ts';
import { forgetSite } from '../organisations/site.ts';
import { tellOrganisation } from '../realtime/effects.ts';
import { answered, refused, type TeamRow } from '../realtime/types.ts';
import { anyMember } from '../sessions/policy.ts';
import { appendedNotes } from './appended-notes.ts';
import { readDirectory, readKeys } from './data.ts';
import { appendToDirectory } from './mutations.ts';
import { mayAppend } from './policy.ts';

export const readRow: TeamRow<'directory:read'> = {
  schema: teamRequests['directory:read'],
  policy: anyMember,
  async handle({ from }, { organisationId }, { deps }) {
    return answered({ ok: true, ...(await readDirectory(deps.database, organisationId, from)) });
  },
};

export const appendRow: TeamRow<'directory:append'> = {
  schema: teamRequests['directory:append'],
  policy: (actor, { entries }) => mayAppend(actor, entries),
  async handle(addition, { organisationId, memberId }, { deps }) {
    const by = doerOf({ memberId }, deps);
    const length = await deps.database.$transaction(async (tx) => {
      const appended = await appendToDirectory(tx, organisationId, addition);
      const notes = appended === null ? [] : appendedNotes(addition);
      for (const { action, ref } of notes) await appendAudit(tx, organisationId, by, action, ref);
      return appended;
    });
    if (length === null) return refused('stale');
    forgetSite(deps);
    return {
      answer: { ok: true },
      effects: [tellOrganisation(organisationId, 'directory:appended', { length })],
    };
  },
};

export const keysRow: TeamRow<'keys:read'> = {
  schema: teamRequests['keys:read'],
  policy: anyMember,
  async handle(request, { organisationId }, { deps }) {
    return answered({ ok: true, ...(await readKeys(deps.database, organisationId, request)) });
  },
};
