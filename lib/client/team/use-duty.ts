import { useCallback, useEffect, useState } from 'react';
import type { Duty } from '#lib/protocol/duty.ts';
import { openness } from '#lib/protocol/hours/opening-hours.ts';
import type { TeamSession } from './team-session.ts';
import { useSession } from './use-staff.ts';

/** Hours begin and end while nothing else changes. */
const LOOK_AGAIN_MS = 30_000;

/** Why nobody new can write to this organisation now. `closes`: ms since 1970. */
export type Shut =
  | { kind: 'closed' }
  | { kind: 'last_intake'; closes: number }
  | { kind: Exclude<Duty['state'], 'open'> };

/** Who is on duty, as the server sees it; null until it said so. */
export function useDuty(session: TeamSession) {
  const [duty, setDuty] = useState<Duty | null>(null);
  const { portal } = session;
  useEffect(() => {
    const read = async () => {
      const answer = await portal.request('duty:read', {});
      if (answer.ok) setDuty({ state: answer.state, reachableUntil: answer.reachableUntil });
    };
    const stops = [
      portal.on('duty:changed', setDuty),
      portal.onConnection((connection) => {
        if (connection === 'connected') void read();
      }),
    ];
    void read();
    return () => {
      for (const stop of stops) stop();
    };
  }, [portal]);
  /** @param minutes from now; 0 takes it back. @returns whether the server has it */
  const setReachable = useCallback(
    async (minutes: number) => (await portal.request('duty:reachable', { minutes })).ok,
    [portal],
  );
  return { duty, setReachable };
}

/** Why nobody new can write now: hours first, since they are meant; null when they can, or nobody knows. */
export function useShut(session: TeamSession, duty: Duty | null): Shut | null {
  const hours = useSession(session, (now) => now.settings().hours);
  const [now, setNow] = useState(() => session.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(session.now()), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [session]);
  const at = openness(hours, Math.max(now, session.now()));
  if (!at.open)
    return at.closes === undefined
      ? { kind: 'closed' }
      : { kind: 'last_intake', closes: at.closes };
  return duty === null || duty.state === 'open' ? null : { kind: duty.state };
}
