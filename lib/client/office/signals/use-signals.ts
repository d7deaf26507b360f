import { useCallback, useEffect, useState } from 'react';
import type { TeamSession } from '../../team/team-session.ts';
import { readSignals, type Signals } from './read-signals.ts';

/** Sealed signals of the organisation, opened here and nowhere else; read again whenever something changed. */
export function useSignals(session: TeamSession): { state: Signals; again: () => void } {
  const [state, setState] = useState<Signals>({ kind: 'loading' });
  const again = useCallback(() => {
    void readSignals(session).then((next) =>
      // What is on the screen stays: a short break of the line is told elsewhere.
      setState((before) => (next.kind === 'failed' && before.kind === 'ready' ? before : next)),
    );
  }, [session]);
  useEffect(() => {
    again();
    const stops = [
      session.portal.on('signal:changed', again),
      session.subscribe(again),
      session.portal.onConnection((now) => {
        if (now === 'connected') again();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, again]);
  return { state, again };
}
