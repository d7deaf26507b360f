import type { ArchiveRecord, KeyWrap } from '#lib/protocol/frames.ts';
import { deviceId, mailboxId } from '#lib/protocol/ids.ts';
import type {
  ConversationKey,
  ConversationView,
  KnownChat,
  WaitingMailbox,
} from '#lib/protocol/team/conversation-events.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findMailbox } from '../mailboxes/data.ts';
import { direction } from '../mailboxes/types.ts';
import type { PresenceView } from '../realtime/presence.ts';
import type { SwapState } from './policy.ts';

const undelivered = {
  where: { direction: direction.fromPerson },
  orderBy: { ordinal: 'asc' },
  select: { id: true, blob: true },
} as const;

type StoredWrap = { deviceId: string; senderDeviceId: string; blob: Uint8Array<ArrayBuffer> };
type StoredFrame = { id: string; blob: Uint8Array<ArrayBuffer> };
const asFrame = ({ id, blob }: StoredFrame) => ({ frameId: id as never, blob });

/** Everybody who waits for this organisation, first come first. */
export async function readQueue(
  database: Database,
  organisationId: string,
  presence: PresenceView,
): Promise<WaitingMailbox[]> {
  const rows = await database.mailbox.findMany({
    where: { organisationId, state: 'waiting' },
    orderBy: { arrival: 'asc' },
    select: { id: true, arrival: true, frames: undelivered },
  });
  return rows.map(({ id, arrival, frames }) => ({
    mailboxId: mailboxId.parse(id),
    arrival,
    presence: presence.person(id),
    frames: frames.map(asFrame),
  }));
}

/**
 * Every conversation that this member holds, open or kept after its end, with all they need.
 * @param known what the desk holds already: an archive is long, and is not sent again after each lost line
 */
export async function readConversations(
  database: Database,
  memberId: string,
  presence: PresenceView,
  known: readonly KnownChat[],
): Promise<ConversationView[]> {
  const rows = await database.mailbox.findMany({
    where: { leaseMemberId: memberId },
    orderBy: { arrival: 'asc' },
    include: { checkpoint: true, keyWraps: true, frames: undelivered, margin: true },
  });
  const held = new Map<string, number>(known.map(({ mailboxId: id, n }) => [id, n]));
  const wanted = rows.filter((row) => held.get(row.id) !== row.checkpoint?.n).map(({ id }) => id);
  // Read after the checkpoints: an archive may be ahead of its checkpoint, never behind.
  const archives = await readArchives(database, wanted);
  return rows.flatMap((row) => {
    const wrap = row.keyWraps.find((key) => key.deviceId === row.leaseDeviceId);
    if (row.checkpoint === null || wrap === undefined) return [];
    return {
      mailboxId: mailboxId.parse(row.id),
      state: row.state === 'open' ? 'open' : 'closed',
      presence: presence.person(row.id),
      checkpoint: { n: row.checkpoint.n, blob: row.checkpoint.blob },
      wrap: wrapView(wrap),
      frames: row.frames.map(asFrame),
      archive: archives.get(row.id) ?? [],
      margin: row.margin?.blob ?? null,
    };
  });
}

async function readArchives(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, ArchiveRecord[]>> {
  const archives = new Map<string, ArchiveRecord[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return archives;
  const rows = await database.archiveRecord.findMany({
    where: { mailboxId: { in: [...ids] } },
    orderBy: { i: 'asc' },
  });
  for (const { mailboxId: id, i, direction: way, blob } of rows) {
    archives.get(id)?.push({ i, direction: way === direction.fromPerson ? 0 : 1, blob });
  }
  return archives;
}

/** The key of every conversation that this member holds, as wrapped to the device that holds it. */
export async function readConversationKeys(
  database: Database,
  memberId: string,
): Promise<ConversationKey[]> {
  const rows = await database.mailbox.findMany({
    where: { leaseMemberId: memberId },
    orderBy: { arrival: 'asc' },
    select: { id: true, leaseDeviceId: true, keyWraps: true },
  });
  return rows.flatMap(({ id, leaseDeviceId, keyWraps }) => {
    const wrap = keyWraps.find((key) => key.deviceId === leaseDeviceId);
    return wrap ? [{ mailboxId: mailboxId.parse(id), wrap: wrapView(wrap) }] : [];
  });
}

const wrapView = ({ deviceId: to, senderDeviceId, blob }: StoredWrap): KeyWrap => ({
  deviceId: deviceId.parse(to),
  senderDeviceId: deviceId.parse(senderDeviceId),
  blob,
});

/** What a swap that did not fit is judged by; null when the mailbox does not exist. */
export async function readSwapState(
  tx: Transaction,
  mailboxOfSwap: string,
): Promise<SwapState | null> {
  const mailbox = await findMailbox(tx, mailboxOfSwap);
  if (mailbox === null) return null;
  const checkpoint = await tx.checkpoint.findUnique({ where: { mailboxId: mailboxOfSwap } });
  return { mailbox, checkpoint };
}

/** Mailboxes in which this member is talking now. */
export async function readOpenMailboxIds(database: Database, memberId: string): Promise<string[]> {
  const rows = await database.mailbox.findMany({
    where: { leaseMemberId: memberId, state: 'open' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
