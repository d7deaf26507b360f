import { useCallback, useState } from 'react';
import type { TeamSession } from '../../team/team-session.ts';

/** "Same people as": by the key of a signal, the key of another one. */
export type SamePeople = ReadonlyMap<string, string>;

const none: SamePeople = new Map();

/**
 * Which group each signal is in: joined ones are one, in whichever direction and order somebody said so. The key of
 * one of its signals names a group, the same for everybody who joined the same ones.
 */
export function groupsOf(same: SamePeople): (key: string) => string {
  const names = new Map<string, string>();
  const nameOf = (key: string): string => names.get(key) ?? key;
  for (const [one, other] of same) {
    const [a, b] = [nameOf(one), nameOf(other)];
    const [name, gone] = a < b ? [a, b] : [b, a];
    for (const key of [one, other]) if (!names.has(key)) names.set(key, nameOf(key));
    for (const [key, was] of names) if (was === gone) names.set(key, name);
  }
  return nameOf;
}

/** What this supervisor said in this session: in memory alone, since it tells who knows whom. */
const said = new WeakMap<TeamSession, SamePeople>();

/** What this supervisor said so far, and how to say or take back one more. */
export function useSamePeople(session: TeamSession) {
  const [same, setSame] = useState(said.get(session) ?? none);
  const setOther = useCallback(
    (key: string, other: string | null) => {
      const next = new Map(said.get(session) ?? none);
      if (other === null) next.delete(key);
      else next.set(key, other);
      said.set(session, next);
      setSame(next);
    },
    [session],
  );
  return { same, setOther };
}
