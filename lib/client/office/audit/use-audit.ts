import { useCallback, useEffect, useState } from 'react';
import type { AuditEntryView } from '#lib/protocol/audit.ts';
import type { TeamSession } from '../../team/team-session.ts';

export type Audit =
  | { kind: 'loading' | 'failed' }
  | { kind: 'ready'; entries: readonly AuditEntryView[]; names: ReadonlyMap<string, string> };

async function read(session: TeamSession): Promise<Audit> {
  const members = await session.portal.request('member:read', {});
  if (!members.ok) return { kind: 'failed' };
  const entries: AuditEntryView[] = [];
  let from = 0;
  for (;;) {
    const page = await session.portal.request('audit:read', { from });
    if (!page.ok) return { kind: 'failed' };
    const last = page.entries.at(-1);
    if (!last) break;
    entries.push(...page.entries);
    from = last.n + 1;
  }
  const names = new Map(
    members.members.map(({ memberId, displayName }): [string, string] => [memberId, displayName]),
  );
  return { kind: 'ready', entries, names };
}

/** The whole log, oldest first, read again when something was done that stands in it. */
export function useAudit(session: TeamSession): { audit: Audit; again: () => void } {
  const [audit, setAudit] = useState<Audit>({ kind: 'loading' });
  const again = useCallback(() => {
    void read(session).then((next) =>
      // What is on the screen stays: a short break of the line is told elsewhere.
      setAudit((before) => (next.kind === 'failed' && before.kind === 'ready' ? before : next)),
    );
  }, [session]);
  useEffect(() => {
    again();
    const stops = [
      session.portal.on('terms:changed', again),
      session.portal.on('signal:changed', again),
      session.portal.on('member:changed', again),
      session.portal.on('organisation:published', again),
      session.portal.on('directory:appended', again),
      session.portal.onConnection((now) => {
        if (now === 'connected') again();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, again]);
  return { audit, again };
}
