import { useCallback, useEffect, useState } from 'react';
import type { TermsProposal } from '#lib/protocol/team/organisation-events.ts';
import type { TeamSession } from '../../team/team-session.ts';

export type Waiting =
  | { kind: 'loading' | 'failed' }
  /** null: nobody proposes anything */
  | { kind: 'ready'; proposal: TermsProposal | null };

/** The proposal that waits for a second supervisor, read again when a colleague proposed, confirmed or dropped. */
export function useTerms(session: TeamSession): { waiting: Waiting; again: () => Promise<void> } {
  const [waiting, setWaiting] = useState<Waiting>({ kind: 'loading' });
  const again = useCallback(async () => {
    const answer = await session.portal.request('terms:read', {});
    setWaiting((before) => {
      if (answer.ok) return { kind: 'ready', proposal: answer.proposal };
      // What is on the screen stays: a short break of the line is told elsewhere.
      return before.kind === 'ready' ? before : { kind: 'failed' };
    });
  }, [session]);
  useEffect(() => {
    // What was confirmed stands in the public record.
    const all = async () => {
      await session.refresh();
      await again();
    };
    void again();
    const stops = [
      session.portal.on('terms:changed', () => void all()),
      session.portal.onConnection((now) => {
        if (now === 'connected') void all();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, again]);
  return { waiting, again };
}
