/**
 * Whether people can write to an organisation, as far as its own people are concerned: `open`, or what is
 * missing. `one_person`: one member is all there is of both.
 */
export type DutyState = 'open' | 'nobody' | 'no_counsellor' | 'no_supervisor' | 'one_person';

/** @param reachableUntil minutes since 1970; null: no supervisor said so, or the time is over */
export type Duty = { state: DutyState; reachableUntil: number | null };

/** A supervisor may be reachable for so many minutes without a screen. */
export const longestReachable = 12 * 60;
