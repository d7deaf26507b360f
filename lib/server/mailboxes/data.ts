import type { Frame } from '#lib/protocol/frames.ts';
import type { Attendance, MailboxView } from '#lib/protocol/help-events.ts';
import { frameId } from '#lib/protocol/ids.ts';
import type { Database, Transaction } from '../db/database.ts';
import type { PresenceView } from '../realtime/presence.ts';
import { direction, firstBehind, type Mailbox } from './types.ts';

const columns = {
  id: true,
  organisationId: true,
  tokenHash: true,
  state: true,
  arrival: true,
  leaseMemberId: true,
  checkpointN: true,
} as const;

type Stored = Omit<Mailbox, 'state'> & { state: string };

/** Only this folder and `conversations` write states, from a closed list. */
const typed = (row: Stored | null): Mailbox | null => row as Mailbox | null;

/** A mailbox by its id; null when there is none (any more). */
export async function findMailbox(
  database: Database | Transaction,
  id: string,
): Promise<Mailbox | null> {
  return typed(await database.mailbox.findUnique({ where: { id }, select: columns }));
}

/** Everybody who waits or talks. */
export async function readLive(database: Database): Promise<Mailbox[]> {
  const where = { state: { in: ['waiting', 'open'] } };
  return (await database.mailbox.findMany({ where, select: columns })) as Mailbox[];
}

/** The same as `findMailbox`, and nobody else changes its row until the transaction ends. */
export async function lockMailbox(tx: Transaction, id: string): Promise<Mailbox | null> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT "id", "organisationId", "tokenHash", "state", "arrival", "leaseMemberId", "checkpointN"
    FROM "Mailbox" WHERE "id" = ${id} FOR UPDATE`;
  return typed(rows[0] ?? null);
}

/** Frames that their receiver has not confirmed, in the order in which they were stored. */
export async function readFrames(
  database: Database | Transaction,
  mailboxId: string,
  way: number,
): Promise<Frame[]> {
  const rows = await database.frame.findMany({
    where: { mailboxId, direction: way },
    orderBy: { ordinal: 'asc' },
    select: { id: true, blob: true },
  });
  return rows.map(({ id, blob }) => ({ frameId: frameId.parse(id), blob }));
}

/** Counts from 1 among those who wait; 0 for a mailbox that does not, or is told none ([Note: Behind]). */
export async function placeOf(database: Database, mailbox: Mailbox): Promise<number> {
  if (mailbox.state !== 'waiting' || mailbox.arrival >= firstBehind) return 0;
  const { organisationId, arrival } = mailbox;
  return database.mailbox.count({
    where: { organisationId, state: 'waiting', arrival: { lte: arrival } },
  });
}

/** Everybody who waits at an organisation. */
export function readWaiting(database: Database, organisationId: string): Promise<{ id: string }[]> {
  return database.mailbox.findMany({
    where: { organisationId, state: 'waiting' },
    select: { id: true },
  });
}

/** Those whose place changes when the mailbox with this arrival stops waiting. */
export async function readMovedPlaces(
  database: Database,
  { organisationId, arrival }: Pick<Mailbox, 'organisationId' | 'arrival'>,
): Promise<{ mailboxId: string; place: number }[]> {
  const waiting = await database.mailbox.findMany({
    where: { organisationId, state: 'waiting', arrival: { lt: firstBehind } },
    orderBy: { arrival: 'asc' },
    select: { id: true, arrival: true },
  });
  return waiting
    .map(({ id, arrival: theirs }, i) => ({ mailboxId: id, place: i + 1, theirs }))
    .filter(({ theirs }) => theirs > arrival)
    .map(({ mailboxId, place }) => ({ mailboxId, place }));
}

/** What the person's page is told when it opens or returns to its mailbox. */
export async function readMailboxView(
  database: Database,
  mailbox: Mailbox,
  presence: PresenceView,
  attendance: Attendance,
): Promise<MailboxView> {
  return {
    state: mailbox.state,
    place: await placeOf(database, mailbox),
    counsellorPresent:
      mailbox.state === 'open' &&
      mailbox.leaseMemberId !== null &&
      presence.member(mailbox.leaseMemberId),
    attendance,
    frames: await readFrames(database, mailbox.id, direction.fromCounsellor),
  };
}
