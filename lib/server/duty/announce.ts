import type { Duty } from '#lib/protocol/duty.ts';
import type { ServerDeps } from '../deps.ts';
import { perServer } from '../per-server.ts';
import { tellOrganisation } from '../realtime/effects.ts';
import { reportFailure } from '../realtime/report-failure.ts';
import type { Services } from '../realtime/types.ts';
import { announceAttendance } from './attendance.ts';
import { graceMs, onDutyOf } from './on-duty.ts';

type Told = { told: Map<string, string>; clocks: Map<string, ReturnType<typeof setTimeout>> };
const toldOf = perServer((): Told => ({ told: new Map(), clocks: new Map() }));

/** Tells an organisation when whether people can write to it has changed. */
export function announceDuty(organisationId: string, services: Services): void {
  const { deps, realtime } = services;
  if (deps.isStopping()) return;
  const work = onDutyOf(deps)
    .of(organisationId)
    .then(
      (duty) => {
        const { told } = toldOf(deps);
        const text = JSON.stringify(duty);
        const before = told.get(organisationId);
        told.set(organisationId, text);
        lookAgain(duty, organisationId, services);
        announceAttendance(organisationId, services);
        // Whoever came first asks by themselves, see `duty:read`.
        if (before === undefined || before === text) return;
        realtime.publish([tellOrganisation(organisationId, 'duty:changed', duty)]);
      },
      (error) => reportFailure(deps, error),
    );
  realtime.track(work);
}

/** Says it once more when somebody who just left cannot be on their way back any more. */
export function announceLater(organisationId: string, services: Services): void {
  setTimeout(() => announceDuty(organisationId, services), graceMs + 100).unref();
}

function lookAgain({ reachableUntil }: Duty, organisationId: string, services: Services): void {
  const { clocks } = toldOf(services.deps);
  clearTimeout(clocks.get(organisationId));
  if (reachableUntil === null) return;
  const rest = reachableUntil * 60_000 - services.deps.now();
  const clock = setTimeout(() => announceDuty(organisationId, services), rest + 100);
  clocks.set(organisationId, clock.unref());
}

/** Whether new people are let in by this organisation's own people. */
export async function isOnDuty(deps: ServerDeps, organisationId: string): Promise<boolean> {
  return (await onDutyOf(deps).of(organisationId)).state === 'open';
}
