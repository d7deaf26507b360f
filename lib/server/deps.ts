import type { Counters } from './counters.ts';
import type { Database } from './db/database.ts';
import type { ServerEnv } from './env.ts';
import type { Log } from './log.ts';

/** What every noun gets to work with. Made once in `create-server.ts`; nothing else is global. */
export type ServerDeps = {
  env: ServerEnv;
  /** A demo has known passwords and asks no second factor; its screens say so. */
  kind: 'real' | 'demo';
  /** New chats need a counsellor and a supervisor on duty. A demo is open whether or not somebody is signed in. */
  needsDuty: boolean;
  database: Database;
  log: Log;
  counters: Counters;
  /** Milliseconds since 1970. */
  now(): number;
  /** True from SIGTERM on: refuse new work with `unavailable`. */
  isStopping(): boolean;
};
