import { useSyncExternalStore } from 'react';
import { pageStaff } from './page-staff.ts';
import type { StaffState } from './staff-state.ts';
import type { TeamSession } from './team-session.ts';

const starting: StaffState = { kind: 'starting' };

/** What this page knows about who uses it. */
export function useStaff(): StaffState {
  const staff = pageStaff();
  return useSyncExternalStore(staff.subscribe, staff.state, () => starting);
}

/**
 * Something of the session that changes with it. `read` must give the same object as long as nothing
 * changed (what `TeamSession` gives does).
 */
export function useSession<T>(session: TeamSession, read: (session: TeamSession) => T): T {
  return useSyncExternalStore(
    session.subscribe,
    () => read(session),
    () => read(session),
  );
}
