import type { Code } from '#lib/protocol/codes.ts';
import { readStart } from '#lib/protocol/start-layout.ts';
import { sameBytes, sha256 } from '../credentials/tokens.ts';
import type { HelpConnection } from '../realtime/types.ts';
import type { Mailbox } from './types.ts';

/** Everything but opening and attaching needs a mailbox whose token this connection has shown. */
export function attached(connection: HelpConnection): Code | null {
  return connection.mailboxId() === null ? 'not_attached' : null;
}

/** Nothing has been shown yet; the token is compared where the mailbox is read. */
export function anyone(): Code | null {
  return null;
}

/** One connection opens one chat: whoever wants to fill a queue needs a connection for each place in it. */
export function opensOnce(connection: HelpConnection, request: { mailboxId: string }): boolean {
  const known = connection.mailboxId();
  return known === null || known === request.mailboxId;
}

/**
 * The first frame must name, in the header that its encryption covers, the very team and mailbox that
 * the request names: nobody's page can be made to put a chat into another organisation's queue.
 */
export function startFits(
  request: { organisationId: string; mailboxId: string },
  firstFrame: Uint8Array,
): boolean {
  const start = readStart(firstFrame);
  return start?.teamId === request.organisationId && start.mailboxId === request.mailboxId;
}

/** Whether this token, 32 bytes, is the mailbox's. Takes the same time for every wrong one. */
export function ownsMailbox(mailbox: Pick<Mailbox, 'tokenHash'>, token: Uint8Array): boolean {
  return sameBytes(mailbox.tokenHash, sha256(token));
}

/** Whether a counsellor has opened this chat, also when it is over: before that nobody can have asked anything. */
export function wasAnswered(mailbox: Pick<Mailbox, 'state' | 'leaseMemberId'>): boolean {
  return mailbox.state === 'open' || mailbox.leaseMemberId !== null;
}
