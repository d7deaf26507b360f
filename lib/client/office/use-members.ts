import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MemberView } from '#lib/protocol/team/member-events.ts';
import type { TeamSession } from '../team/team-session.ts';
import { useSession } from '../team/use-staff.ts';
import { type MemberLists, memberLists } from './member-rows.ts';

export type Members =
  | { kind: 'loading' }
  | { kind: 'failed'; again(): void }
  | ({ kind: 'ready' } & MemberLists);

/** Everybody of the organisation, read again whenever somebody came, went or was certified. */
export function useMembers(session: TeamSession): Members {
  const [views, setViews] = useState<readonly MemberView[] | 'loading' | 'failed'>('loading');
  const directory = useSession(session, (now) => now.directory());
  const read = useCallback(async () => {
    const answer = await session.portal.request('member:read', {});
    setViews((before) => {
      if (answer.ok) return answer.members;
      // What is on the screen stays: a short break of the line is told elsewhere.
      return before === 'loading' ? 'failed' : before;
    });
  }, [session]);
  useEffect(() => {
    void read();
    const stops = [
      session.portal.on('member:changed', () => void read()),
      session.portal.onConnection((now) => {
        if (now === 'connected') void read();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, read]);
  return useMemo(() => {
    if (views === 'loading') return { kind: 'loading' };
    if (views === 'failed') return { kind: 'failed', again: () => void read() };
    return { kind: 'ready', ...memberLists(session, directory, views) };
  }, [views, directory, session, read]);
}
