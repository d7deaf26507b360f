import { useCallback, useSyncExternalStore } from 'react';
import { createStore, type WritableStore } from '../../store.ts';
import type { TeamSession } from '../../team/team-session.ts';
import type { OpenedPattern } from './joins.ts';
import { apart, type Groups, noGroups, together } from './same-people.ts';

/** In memory alone, since it tells who knows whom. */
const said = new WeakMap<TeamSession, WritableStore<Groups | null>>();

/** What this supervisor said in this session; null before they said anything. */
export function saidIn(session: TeamSession): WritableStore<Groups | null> {
  const store = said.get(session) ?? createStore<Groups | null>(null);
  said.set(session, store);
  return store;
}

/**
 * After a lock or a sign-out: what this supervisor said with an approval of their own, unless they said something
 * since. What a colleague said is never taken over here.
 */
export function restoreSaid(session: TeamSession, patterns: readonly OpenedPattern[]): void {
  const store = saidIn(session);
  if (store.getSnapshot() !== null) return;
  const own = patterns.flatMap(({ approvals }) =>
    approvals.filter(({ memberId }) => memberId === session.view.memberId),
  );
  const restored = together(...own.map(({ groups }) => groups ?? noGroups));
  if (restored.length > 0) store.set(restored);
}

/** What this supervisor said so far, and how to say or take back one more. */
export function useSamePeople(session: TeamSession) {
  const store = saidIn(session);
  const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
  /** With another one, and with no other that was named before; with null, alone. */
  const onSame = useCallback(
    (key: string, other: string | null) => {
      const alone = apart(store.getSnapshot() ?? noGroups, key);
      store.set(other === null ? alone : together(alone, [[key, other]]));
    },
    [store],
  );
  /** These as well, as a colleague put them together. */
  const onSayToo = useCallback(
    (groups: Groups) => store.set(together(store.getSnapshot() ?? noGroups, groups)),
    [store],
  );
  return { said: snapshot ?? noGroups, onSame, onSayToo };
}
