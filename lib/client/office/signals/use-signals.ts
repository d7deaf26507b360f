import { useCallback, useEffect, useState } from 'react';
import type { PatternView, ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { type OpenedSignal, openSignals } from './open-signals.ts';
import { termsByOrganisation } from './terms-by.ts';

export type Signals =
  | { kind: 'loading' | 'failed' }
  | {
      kind: 'ready';
      signals: readonly OpenedSignal[];
      releases: readonly ReleaseView[];
      patterns: readonly PatternView[];
    };

async function read(session: TeamSession): Promise<Signals> {
  const [found, terms, members] = await Promise.all([
    session.portal.request('signals:read', {}),
    session.portal.request('terms:read', {}),
    session.portal.request('member:read', {}),
  ]);
  if (!found.ok || !terms.ok || !members.ok) return { kind: 'failed' };
  const names = members.members.map(({ displayName }) => displayName);
  const isDesk = found.signals.some(({ originId }) => originId !== null);
  const termsBy = await termsByOrganisation(session, terms.earlier, isDesk);
  const signals = await openSignals(session, found.signals, names, termsBy);
  const { releases, patterns } = found;
  return { kind: 'ready', signals, releases, patterns };
}

/** Sealed signals of the organisation, opened here and nowhere else; read again whenever something changed. */
export function useSignals(session: TeamSession): { state: Signals; again: () => void } {
  const [state, setState] = useState<Signals>({ kind: 'loading' });
  const again = useCallback(() => {
    void read(session).then((next) =>
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
