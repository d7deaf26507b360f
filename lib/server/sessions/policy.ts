import type { Code } from '#lib/protocol/codes.ts';
import { type Actor, roles } from './types.ts';

/** Members who were not approved yet may look at public things and keep their own vault. */
export function anyMember(): Code | null {
  return null;
}

/** Approved members, whatever their role. */
export function activeMember(actor: Actor): Code | null {
  return actor.status === 'active' ? null : 'not_allowed';
}

/** Only they may answer people; a CLAIM by anybody else is refused in the person's browser too. */
export function counsellor(actor: Actor): Code | null {
  return hasRole(actor, roles.counsellor) ? null : 'not_allowed';
}

/** Only they look after people, keys and the public record. */
export function supervisor(actor: Actor): Code | null {
  return hasRole(actor, roles.supervisor) ? null : 'not_allowed';
}

function hasRole(actor: Actor, role: number): boolean {
  return actor.status === 'active' && (actor.roles & role) === role;
}
