import type { CounterName } from './counters.ts';
import { describeError } from './log-error.ts';

/** Everything that may ever stand in the log. A field that is not here cannot be written. */
export type LogEntry =
  | { event: 'server_started'; port: number; kind: 'real' | 'demo'; database: DatabaseKind }
  | { event: 'server_stopping'; signal: 'SIGTERM' | 'SIGINT' }
  | { event: 'server_stopped'; milliseconds: number }
  | { event: 'migrations_applied'; names: readonly string[] }
  | { event: 'build_removed'; build: string }
  | { event: 'set_up_link_made' }
  | { event: 'counters'; counts: Partial<Record<CounterName, number>> }
  | { event: 'task_failed'; task: TaskName; error: unknown }
  | { event: 'crashed'; error: unknown };

export type DatabaseKind = 'embedded' | 'postgres';

/** Where something of ours failed: a closed list, so that no address or event name slips in. */
export type TaskName =
  | 'request'
  | 'absences'
  | 'render'
  | 'socket_event'
  | 'database'
  | 'stop'
  | 'retention'
  | 'erasure'
  | 'set_up_link';

export type Log = { write(entry: LogEntry): void };

type Line = Record<string, unknown>;

/**
 * One JSON line an entry. Errors lose their message, since a database error quotes the values it
 * was given; name, code and the places in our source are what is kept.
 */
export function createLog(print: (line: string) => void, now: () => Date): Log {
  return {
    write(entry) {
      print(JSON.stringify({ time: now().toISOString(), ...allowedFields(entry) }));
    },
  };
}

/** Copies field by field: an object with more than its type says still loses the rest here. */
function allowedFields(entry: LogEntry): Line {
  const { event } = entry;
  switch (entry.event) {
    case 'server_started':
      return { event, port: entry.port, kind: entry.kind, database: entry.database };
    case 'server_stopping':
      return { event, signal: entry.signal };
    case 'server_stopped':
      return { event, milliseconds: entry.milliseconds };
    case 'migrations_applied':
      return { event, names: entry.names };
    case 'set_up_link_made':
      return { event };
    case 'build_removed':
      return { event, build: entry.build };
    case 'counters':
      return { event, counts: entry.counts };
    case 'task_failed':
      return { event, task: entry.task, error: describeError(entry.error) };
    case 'crashed':
      return { event, error: describeError(entry.error) };
  }
}
