import type { Presence } from '#lib/protocol/team/conversation-events.ts';

/**
 * What a desk knows of somebody's connection after the server spoke of it. A server that has just started
 * does not know yet who comes back to it: what was known before still holds then.
 */
export function presenceAfter(known: Presence | undefined, told: Presence): Presence {
  return told === 'unknown' ? (known ?? 'unknown') : told;
}
