import type { Attendance } from '#lib/protocol/help-events.ts';
import type { ServerDeps } from '../deps.ts';
import { readWaiting } from '../mailboxes/data.ts';
import { opennessNow } from '../organisations/hours.ts';
import { perServer } from '../per-server.ts';
import { tellPerson } from '../realtime/effects.ts';
import { graceMilliseconds, isComingBack } from '../realtime/presence.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { reportFailure } from '../realtime/report-failure.ts';
import type { Services } from '../realtime/types.ts';
import { onDutyOf } from './on-duty.ts';

/** Hours end while nobody does anything. */
const LOOK_EVERY_MS = 60_000;

/** Since when this server can know who is there; set when it starts. */
const startedOf = perServer(({ now }) => now());

/** After a restart desks have to come back first: until then nobody is said to be gone. */
const mayComeBack = (deps: ServerDeps): boolean => isComingBack(startedOf(deps), deps.now());

async function attendanceOf(deps: ServerDeps, organisationId: string): Promise<Attendance> {
  const { state } = await onDutyOf(deps).of(organisationId);
  const isEmpty = state === 'nobody' || state === 'no_counsellor';
  if (isEmpty && !mayComeBack(deps)) return 'nobody';
  const hours = await opennessNow(deps, organisationId);
  // Shortly before closing nobody new is let in, and who waits is still helped.
  const isOpen = hours === null || hours.open || hours.closes !== undefined;
  return isOpen ? 'here' : 'closed';
}

const toldOf = perServer(() => new Map<string, Attendance>());

/** Whether who waits at an organisation can be answered now; from here on it is looked at. */
export async function readAttendance(
  deps: ServerDeps,
  organisationId: string,
): Promise<Attendance> {
  const attendance = await attendanceOf(deps, organisationId);
  const told = toldOf(deps);
  if (!told.has(organisationId)) told.set(organisationId, attendance);
  return attendance;
}

async function tellWhoWaits(organisationId: string, { deps, realtime }: Services): Promise<void> {
  const attendance = await attendanceOf(deps, organisationId);
  const told = toldOf(deps);
  if (told.get(organisationId) === attendance) return;
  told.set(organisationId, attendance);
  const waiting = await readWaiting(deps.database, organisationId);
  realtime.publish(waiting.map(({ id }) => tellPerson(id, 'queue:attendance', { attendance })));
}

/** Tells whoever waits at an organisation when whether they can be answered has changed. */
export function announceAttendance(organisationId: string, services: Services): void {
  const { deps, realtime } = services;
  if (deps.isStopping()) return;
  const work = tellWhoWaits(organisationId, services);
  realtime.track(work.catch((error) => reportFailure(deps, error)));
}

/** @returns what stops it */
export function startWatchingAttendance(deps: ServerDeps): () => Promise<void> {
  startedOf(deps);
  const look = () => {
    const services = { deps, realtime: realtimeOf(deps) };
    for (const organisationId of toldOf(deps).keys()) announceAttendance(organisationId, services);
  };
  const first = setTimeout(look, graceMilliseconds + 100);
  const timer = setInterval(look, LOOK_EVERY_MS);
  first.unref();
  timer.unref();
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}
