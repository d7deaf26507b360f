import type { TeamFacts } from '#lib/protocol/team-events.ts';
import type { Database } from '../db/database.ts';
import { type Effect, tellMember } from '../realtime/effects.ts';
import { roles } from '../sessions/types.ts';

/**
 * One fact for the active supervisors of an organisation, each on all of their screens.
 * @param sender who did it, and knows already
 */
export async function tellSupervisors<E extends keyof TeamFacts>(
  database: Database,
  organisationId: string,
  event: E,
  about: Parameters<TeamFacts[E]>[0],
  sender: string | null = null,
): Promise<Effect[]> {
  const members = await database.member.findMany({
    where: { organisationId, status: 'active' },
    select: { id: true, roles: true },
  });
  return members
    .filter(({ id, roles: held }) => id !== sender && (held & roles.supervisor) !== 0)
    .map(({ id }) => tellMember(id, event, about));
}
