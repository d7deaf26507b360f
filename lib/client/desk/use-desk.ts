import { useSyncExternalStore } from 'react';
import type { TeamSession } from '../team/team-session.ts';
import type { Alerts } from './alerts.ts';
import type { DeskView } from './desk-view.ts';
import { type PageDesk, pageDesk } from './page-desk.ts';

/** The desk of a session, its view and the choice of alerts, kept up to date. */
export function useDesk(session: TeamSession): PageDesk & { view: DeskView; choice: Alerts } {
  const { desk, alerts } = pageDesk(session);
  const view = useSyncExternalStore(desk.subscribe, desk.getSnapshot, desk.getSnapshot);
  const choice = useSyncExternalStore(alerts.subscribe, alerts.getSnapshot, alerts.getSnapshot);
  return { desk, alerts, view, choice };
}
