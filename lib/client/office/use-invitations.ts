import { useCallback, useEffect, useState } from 'react';
import type { InvitationView } from '#lib/protocol/team/member-events.ts';
import type { TeamSession } from '../team/team-session.ts';

/** Links that nobody used yet, read again whenever one was made, used or taken back. */
export function useInvitations(session: TeamSession) {
  const [open, setOpen] = useState<readonly InvitationView[]>([]);
  const again = useCallback(async () => {
    const answer = await session.portal.request('invitation:read', {});
    // What is on the screen stays: a short break of the line is told elsewhere.
    if (answer.ok) setOpen(answer.invitations);
  }, [session]);
  useEffect(() => {
    void again();
    const stops = [
      session.portal.on('invitation:changed', () => void again()),
      session.portal.on('member:changed', () => void again()),
      session.portal.onConnection((now) => {
        if (now === 'connected') void again();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, again]);
  return { open, again };
}
