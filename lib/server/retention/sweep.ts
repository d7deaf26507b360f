import { mailboxId } from '#lib/protocol/ids.ts';
import { dropOldAudit } from '../audit/mutations.ts';
import { deleteOldRegistrations } from '../consents/mutations.ts';
import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { dropPastReachable } from '../duty/mutations.ts';
import { deleteOldLinks } from '../invitations/mutations.ts';
import { dropEarlierRecords } from '../organisations/earlier-records.ts';
import { tellOrganisation } from '../realtime/effects.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { dropOldFiles } from '../releases/mutations.ts';
import { deleteEndedSessions } from '../sessions/mutations.ts';
import { deleteExpiredCases } from '../signals/expired-cases.ts';
import { deleteWaitedTooLong } from '../signals/mutations.ts';
import { erasureOf } from './erasure.ts';
import { deleteExpired } from './mutations.ts';
import { isSweepDue } from './policy.ts';

const lookEveryMilliseconds = 15 * 60_000;

/** Deletes everything whose time is over, and says so to desks that still show it. */
export async function sweep(deps: ServerDeps): Promise<void> {
  const today = dayOf(deps.now());
  const expired = await deleteExpired(deps.database, today);
  if (expired.length > 0) erasureOf(deps).want();
  for (const { id, organisationId, state } of expired) {
    deps.counters.add('mailbox_deleted');
    if (state !== 'waiting') continue;
    const about = { mailboxId: mailboxId.parse(id) };
    realtimeOf(deps).publish([tellOrganisation(organisationId, 'mailbox:gone', about)]);
  }
  await deleteEndedSessions(deps.database, deps.now());
  await deleteOldLinks(deps.database, today);
  await dropPastReachable(deps.database, Math.floor(deps.now() / 60_000));
  if ((await deleteOldRegistrations(deps.database, today)) > 0) erasureOf(deps).want();
  // Before earlier records go, which tell how long cases may wait.
  if ((await deleteExpiredCases(deps.database, today)) > 0) erasureOf(deps).want();
  if ((await dropOldAudit(deps.database, today)) > 0) erasureOf(deps).want();
  await dropEarlierRecords(deps.database, today);
  if ((await deleteWaitedTooLong(deps.database, today)) > 0) erasureOf(deps).want();
  if ((await dropOldFiles(deps.database, today)) > 0) erasureOf(deps).want();
}

/**
 * Sweeps at start and then once a day.
 * @returns what stops it, after a sweep that is running
 */
export function startSweeping(deps: ServerDeps): () => Promise<void> {
  let lastDay: number | null = null;
  let running: Promise<void> = Promise.resolve();
  const look = () => {
    if (!isSweepDue(lastDay, deps.now())) return;
    lastDay = dayOf(deps.now());
    running = sweep(deps).catch((error) =>
      deps.log.write({ event: 'task_failed', task: 'retention', error }),
    );
  };
  look();
  const timer = setInterval(look, lookEveryMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
