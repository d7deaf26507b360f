import type { ServerDeps } from '../deps.ts';

/** Counts and logs an error of ours; the log keeps where it arose and nothing of what was sent. */
export function reportFailure(deps: ServerDeps, error: unknown): void {
  deps.counters.add('event_failed');
  deps.log.write({ event: 'task_failed', task: 'socket_event', error });
}
