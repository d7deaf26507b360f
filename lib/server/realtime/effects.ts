import type { HelpFacts } from '#lib/protocol/help-events.ts';
import type { TeamFacts } from '#lib/protocol/team-events.ts';

/**
 * What a handler wants others to learn, as data: the wiring carries it out after the answer. A test
 * can read who would be told what.
 */
export type Effect = Fact | Disconnect | Admit;

type Fact = {
  kind: 'fact';
  namespace: '/help' | '/team';
  room: string;
  event: string;
  about: unknown;
};
type Disconnect = { kind: 'disconnect'; namespace: '/help' | '/team'; room: string };
/** Connections of a member that was just approved begin to hear what their team hears. */
type Admit = { kind: 'admit'; room: string; to: string };

/** Connections of one mailbox, in `/help`. */
export const mailboxRoom = (mailboxId: string): string => `mailbox:${mailboxId}`;
/** Approved members of one organisation, in `/team`. */
export const organisationRoom = (organisationId: string): string =>
  `organisation:${organisationId}`;
/** Every connection of one member, in `/team`. */
export const memberRoom = (memberId: string): string => `member:${memberId}`;
/** Connections of one session, in `/team`. @param sessionHash base64url */
export const sessionRoom = (sessionHash: string): string => `session:${sessionHash}`;

type TeamAbout<E extends keyof TeamFacts> = Parameters<TeamFacts[E]>[0];
type HelpAbout<E extends keyof HelpFacts> = Parameters<HelpFacts[E]>[0];

/** Everyone of the organisation. */
export function tellOrganisation<E extends keyof TeamFacts>(
  organisationId: string,
  event: E,
  about: TeamAbout<E>,
): Effect {
  const room = organisationRoom(organisationId);
  return { kind: 'fact', namespace: '/team', room, event, about };
}

/** One member only, for instance the holder of a conversation. */
export function tellMember<E extends keyof TeamFacts>(
  memberId: string,
  event: E,
  about: TeamAbout<E>,
): Effect {
  return { kind: 'fact', namespace: '/team', room: memberRoom(memberId), event, about };
}

/** The page of the person whose mailbox this is. */
export function tellPerson<E extends keyof HelpFacts>(
  mailboxId: string,
  event: E,
  about: HelpAbout<E>,
): Effect {
  return { kind: 'fact', namespace: '/help', room: mailboxRoom(mailboxId), event, about };
}

/** Ends every connection of a mailbox. */
export function disconnectPerson(mailboxId: string): Effect {
  return { kind: 'disconnect', namespace: '/help', room: mailboxRoom(mailboxId) };
}

/** Ends every connection of a member. */
export function disconnectMember(memberId: string): Effect {
  return { kind: 'disconnect', namespace: '/team', room: memberRoom(memberId) };
}

/** Ends every connection of a session. @param sessionHash base64url */
export function disconnectSession(sessionHash: string): Effect {
  return { kind: 'disconnect', namespace: '/team', room: sessionRoom(sessionHash) };
}

/** A member who was pending hears from now on what the organisation hears. */
export function admitMember(memberId: string, organisationId: string): Effect {
  return { kind: 'admit', room: memberRoom(memberId), to: organisationRoom(organisationId) };
}
