import { toHex } from '#lib/crypto/primitives/bytes.ts';
import type { EarlierRecordView } from '#lib/protocol/team/organisation-events.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { earlierTerms } from '../terms/earlier-terms.ts';
import type { TermsOverTime } from './card-facts.ts';
import { publicRecords } from './desk.ts';

/**
 * The terms of this organisation by id, today's first, and where it is a desk those of all that this
 * installation serves.
 */
export async function termsByOrganisation(
  session: TeamSession,
  records: readonly EarlierRecordView[],
  isDesk: boolean,
): Promise<ReadonlyMap<string, TermsOverTime>> {
  const { roots } = session.vault();
  const own = { id: toHex(roots.orgId), roots, signals: session.settings().signals };
  const others = isDesk ? await publicRecords(session) : [];
  const all = [own, ...others.filter(({ id }) => id !== own.id)];
  const before = earlierTerms(
    records,
    all.map((one) => one.roots),
  );
  const found = new Map<string, TermsOverTime>();
  for (const { id, signals } of all)
    if (signals) found.set(id, [signals, ...(before.get(id) ?? [])]);
  return found;
}
