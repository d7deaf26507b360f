/**
 * What happens on the help side is counted by the hour and never logged by the event: the time of
 * a line would be the time of a person.
 */
export const counterNames = [
  'request_malformed',
  'request_too_large',
  'request_refused_origin',
  'request_unknown',
  'request_failed',
  'connection_refused',
  'socket_connected',
  'socket_refused_origin',
  'event_malformed',
  'event_unknown',
  'event_refused',
  'event_too_many',
  'event_failed',
  'mailbox_opened',
  'mailbox_claimed',
  'mailbox_closed',
  'mailbox_deleted',
  'frame_stored',
  'left_quickly',
  'sign_in',
  'sign_in_refused',
] as const;

export type CounterName = (typeof counterNames)[number];

export type Counters = {
  add(name: CounterName): void;
  /** Takes what was counted since the last call; only names above zero. */
  drain(): Partial<Record<CounterName, number>>;
};

/** Counters in memory; they start at zero with the process. */
export function createCounters(): Counters {
  let counts: Partial<Record<CounterName, number>> = {};
  return {
    add(name) {
      counts[name] = (counts[name] ?? 0) + 1;
    },
    drain() {
      const drained = counts;
      counts = {};
      return drained;
    },
  };
}
