import type { Code } from '#lib/protocol/codes.ts';
import { mayAppend } from '../directory/policy.ts';
import { supervisor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';

type Change = { memberId: string; entries: readonly Uint8Array[] };

/** A supervisor who compared five words with the newcomer. */
export function mayApprove(actor: Actor, { entries }: Change): Code | null {
  return supervisor(actor) ?? mayAppend(actor, entries);
}

/** Not oneself: an organisation always keeps a supervisor who can let others in. */
export function maySuspend(actor: Actor, { memberId, entries }: Change): Code | null {
  if (memberId === actor.memberId) return 'not_allowed';
  return supervisor(actor) ?? mayAppend(actor, entries);
}

/** Not oneself: who is signed in has their password, and nobody gives their own keys away to a link. */
export function mayRenew(actor: Actor, change: Change): Code | null {
  return maySuspend(actor, change);
}
