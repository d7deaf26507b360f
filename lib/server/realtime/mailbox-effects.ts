import type { Frame } from '#lib/protocol/frames.ts';
import { mailboxId as mailboxIdSchema } from '#lib/protocol/ids.ts';
import type { Presence } from '#lib/protocol/team/conversation-events.ts';
import type { Database } from '../db/database.ts';
import { readMovedPlaces } from '../mailboxes/data.ts';
import type { Mailbox } from '../mailboxes/types.ts';
import { type Effect, tellMember, tellOrganisation, tellPerson } from './effects.ts';

/** Where a mailbox is, and so who hears of it. */
type Placed = Pick<Mailbox, 'id' | 'state' | 'organisationId' | 'leaseMemberId'>;

/** A new frame of the person: the team while it waits, then only the one who holds it. */
export function frameArrived(mailbox: Placed, frame: Frame): Effect[] {
  const about = { mailboxId: mailboxIdSchema.parse(mailbox.id), frame };
  if (mailbox.state === 'waiting') {
    return [tellOrganisation(mailbox.organisationId, 'mailbox:frame', about)];
  }
  if (mailbox.leaseMemberId === null) return [];
  return [tellMember(mailbox.leaseMemberId, 'frame:arrived', about)];
}

/** The person came, looked away or left; the same circle as for frames. */
export function presenceChanged(mailbox: Mailbox, presence: Presence): Effect[] {
  const about = { mailboxId: mailboxIdSchema.parse(mailbox.id), presence };
  if (mailbox.state === 'waiting') {
    return [tellOrganisation(mailbox.organisationId, 'person:presence', about)];
  }
  if (mailbox.leaseMemberId === null) return [];
  return [tellMember(mailbox.leaseMemberId, 'person:presence', about)];
}

/** A place in the queue became free. */
export async function stoppedWaiting(database: Database, mailbox: Mailbox): Promise<Effect[]> {
  const moved = await readMovedPlaces(database, mailbox);
  const mailboxId = mailboxIdSchema.parse(mailbox.id);
  return [
    tellOrganisation(mailbox.organisationId, 'mailbox:gone', { mailboxId }),
    ...moved.map(({ mailboxId: id, place }) => tellPerson(id, 'queue:moved', { place })),
  ];
}

/** The person ended it. @param mailbox as it was before */
export async function endedByPerson(database: Database, mailbox: Mailbox): Promise<Effect[]> {
  if (mailbox.state === 'waiting') return stoppedWaiting(database, mailbox);
  if (mailbox.leaseMemberId === null) return [];
  const mailboxId = mailboxIdSchema.parse(mailbox.id);
  return [tellMember(mailbox.leaseMemberId, 'conversation:closed', { mailboxId })];
}

/** Nothing of it is left. @param mailbox as it was before */
export async function deletedByPerson(
  database: Database,
  mailbox: Mailbox,
  last: Frame | null,
): Promise<Effect[]> {
  if (mailbox.state === 'waiting') return stoppedWaiting(database, mailbox);
  if (mailbox.leaseMemberId === null) return [];
  const mailboxId = mailboxIdSchema.parse(mailbox.id);
  return [tellMember(mailbox.leaseMemberId, 'conversation:deleted', { mailboxId, last })];
}
