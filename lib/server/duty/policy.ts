import type { DutyState } from '#lib/protocol/duty.ts';

/** Who is there for people who write, by id of the member. */
export type OnDuty = {
  /** With the desk open. */
  counsellors: ReadonlySet<string>;
  /** Connected, or reachable. */
  supervisors: ReadonlySet<string>;
};

/** New people are let in only while a counsellor and a supervisor are there, who are two people. */
export function dutyState({ counsellors, supervisors }: OnDuty): DutyState {
  if (counsellors.size === 0) return supervisors.size === 0 ? 'nobody' : 'no_counsellor';
  if (supervisors.size === 0) return 'no_supervisor';
  return new Set([...counsellors, ...supervisors]).size > 1 ? 'open' : 'one_person';
}
