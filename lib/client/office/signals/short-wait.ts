import type { TeamSession } from '../../team/team-session.ts';

/** When this browser first saw each sealed signal: in its memory alone, gone with the page. */
const seen = new WeakMap<TeamSession, Map<string, number>>();

/**
 * When a cooling-off of minutes has passed for certain. Nobody knows the moment of a yes, and nobody may: server
 * and consent hold its day alone. A browser that counts from when it first saw the sealed signal never lets one
 * leave too early; after a reload it counts anew.
 * @param key of the signal
 * @returns ms since 1970; null when nothing is left to wait for
 */
export function waitsUntil(session: TeamSession, key: string, minutes: number): number | null {
  const moments = seen.get(session) ?? new Map<string, number>();
  seen.set(session, moments);
  const first = moments.get(key) ?? session.now();
  moments.set(key, first);
  const until = first + minutes * 60_000;
  return until > session.now() ? until : null;
}
