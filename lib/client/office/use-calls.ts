import { useEffect, useState } from 'react';
import { browserAlerts } from '../desk/alerts.ts';
import type { TeamSession } from '../team/team-session.ts';

/** Counsellors who called because somebody may be in danger, until they are answered here; each rings once. */
export function useCalls(session: TeamSession) {
  const [calls, setCalls] = useState<readonly { name: string }[]>([]);
  useEffect(() => {
    const { chime } = browserAlerts();
    const stops = [
      session.portal.on('supervisor:called', ({ displayName }) => {
        setCalls((before) => [...before, { name: displayName }]);
        chime();
      }),
      session.portal.on('look:asked', chime),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
  return { calls, answered: () => setCalls([]) };
}
