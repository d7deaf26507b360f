import type { TeamPortal } from '../portal/team-portal.ts';
import { keepOwnKeys } from './keep-own-keys.ts';
import { runKeepers } from './keepers.ts';
import { oneByOne } from './one-by-one.ts';
import type { Changed, TeamSession } from './team-session.ts';

const KEEP_EVERY_MS = 60 * 60 * 1000;

/**
 * Runs the keepers now and every hour, one run at a time. When colleagues changed the directory only the own keys
 * are fetched: without new team keys a desk cannot open who comes next, and if every desk made what is missing at
 * that moment, all but one would do it in vain.
 */
export function keepGoing(
  portal: TeamPortal,
  refresh: () => Promise<Changed>,
  session: () => TeamSession,
): { now(): Promise<void>; stop(): void } {
  // A keeper that failed is tried again within the hour; what it could not do stands in the warnings.
  const now = oneByOne(() => runKeepers(session()).catch(() => {}));
  const takeKeys = oneByOne(async () => {
    await refresh();
    await keepOwnKeys(session()).catch(() => {});
  });
  const hourly = setInterval(now, KEEP_EVERY_MS);
  const stopListening = [
    portal.on('directory:appended', () => void takeKeys()),
    portal.on('organisation:published', () => void refresh()),
    portal.onConnection((connection) => {
      if (connection === 'connected') void refresh().then(now);
    }),
  ];
  return {
    now,
    stop() {
      clearInterval(hourly);
      for (const stop of stopListening) stop();
    },
  };
}
