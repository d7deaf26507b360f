import type { ReleaseView } from '#lib/protocol/team/release-events.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { type OpenedPattern, openPatterns } from './joins.ts';
import { type OpenedSignal, openSignals } from './open-signals.ts';
import { termsByOrganisation } from './terms-by.ts';
import { restoreSaid } from './use-same-people.ts';

export type Signals =
  | { kind: 'loading' | 'failed' }
  | {
      kind: 'ready';
      signals: readonly OpenedSignal[];
      releases: readonly ReleaseView[];
      patterns: readonly OpenedPattern[];
    };

/** Reads and opens what the server holds for this organisation now. */
export async function readSignals(session: TeamSession): Promise<Signals> {
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
  const patterns = openPatterns(
    session,
    found.patterns,
    signals.map(({ key }) => key),
  );
  restoreSaid(session, patterns);
  const { releases } = found;
  return { kind: 'ready', signals, releases, patterns };
}
