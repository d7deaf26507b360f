import type { Database } from '../db/database.ts';
import { roles } from '../sessions/types.ts';

/** A supervisor who can be called, without a screen. */
export type Reachable = {
  /** Minutes since 1970; null for nobody. */
  until: number | null;
  /** Id of the member. */
  by: string | null;
};

export const nobodyReachable: Reachable = { until: null, by: null };

/** Who said they can be called; nobody, once they are suspended or no supervisor any more. */
export async function readReachable(
  database: Database,
  organisationId: string,
): Promise<Reachable> {
  const found = await database.organisation.findUnique({
    where: { id: organisationId },
    select: { reachableUntil: true, reachableBy: true },
  });
  const by = found?.reachableBy ?? null;
  if (!found || by === null) return nobodyReachable;
  const member = await database.member.findFirst({
    where: { id: by, organisationId, status: 'active' },
    select: { roles: true },
  });
  const isSupervisor = member !== null && (member.roles & roles.supervisor) !== 0;
  return isSupervisor ? { until: found.reachableUntil, by } : nobodyReachable;
}
