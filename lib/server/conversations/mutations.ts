import type { Code } from '#lib/protocol/codes.ts';
import type { Commits } from '../commits/commits.ts';
import type { StepWrite } from '../commits/types.ts';
import type { Database, Transaction } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { createFrame, deleteFrames } from '../mailboxes/mutations.ts';
import { direction, keepDays } from '../mailboxes/types.ts';
import { readSwapState } from './data.ts';
import { judgeMissedTake } from './policy.ts';
import type {
  Confirm,
  Holder,
  Margin,
  NewArchiveRecord,
  NewCheckpoint,
  Rewrap,
  Send,
  Take,
} from './types.ts';

/** `isNew` is false for a step that had been stored before and was sent again. */
export type Swapped = { ok: true; isNew: boolean } | { ok: false; code: Code };

/**
 * Takes somebody who waits: lease, CLAIM, first checkpoint and key in one transaction. The one row
 * update from waiting to open decides; of two desks at once the second finds nothing to change.
 */
export async function takeConversation(
  database: Database,
  request: Take,
  holder: Holder,
): Promise<Swapped> {
  return swap(database, async (tx) => {
    const { mailboxId, claim, checkpoint, wrap, received, archive } = request;
    const { memberId, organisationId, today } = holder;
    const { count } = await tx.mailbox.updateMany({
      where: { id: mailboxId, organisationId, state: 'waiting' },
      data: {
        state: 'open',
        leaseMemberId: memberId,
        leaseDeviceId: wrap.deviceId,
        checkpointN: checkpoint.n,
        expiresDay: today + keepDays.closed,
      },
    });
    if (count === 0) {
      return judged(judgeMissedTake(await readSwapState(tx, mailboxId), holder, checkpoint));
    }
    await tx.conversationKeyWrap.create({ data: { mailboxId, ...wrap } });
    await createFrame(tx, mailboxId, direction.fromCounsellor, claim);
    await deleteFrames(tx, mailboxId, direction.fromPerson, received);
    await storeState(tx, mailboxId, checkpoint, archive);
    return { ok: true, isNew: true };
  });
}

/**
 * Puts the key of a conversation under a newer weekly key of the device that holds it. No other device can
 * be given a key this way, and nobody else's conversation.
 * @returns false when this member holds no such conversation on that device
 */
export async function rewrapConversation(
  database: Database,
  { mailboxId, wrap }: Rewrap,
  { memberId }: Holder,
): Promise<boolean> {
  const { count } = await database.conversationKeyWrap.updateMany({
    where: {
      mailboxId,
      deviceId: wrap.deviceId,
      mailbox: { leaseMemberId: memberId, leaseDeviceId: wrap.deviceId },
    },
    data: { senderDeviceId: wrap.senderDeviceId, blob: wrap.blob },
  });
  return count > 0;
}

/**
 * Keeps what the counsellor writes beside a conversation that they hold; the last one stays.
 * @returns false when this member holds no such conversation
 */
export async function storeMargin(
  database: Database,
  { mailboxId, blob }: Margin,
  { memberId }: Holder,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    // The row of the mailbox is locked: one that is being deleted gets nothing new.
    const [held] = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Mailbox"
      WHERE "id" = ${mailboxId} AND "leaseMemberId" = ${memberId} FOR SHARE`;
    if (!held) return false;
    const row = { mailboxId, blob };
    await tx.margin.upsert({ where: { mailboxId }, create: row, update: { blob } });
    return true;
  });
}

/** Stores a message of the counsellor with the state after it. */
export function sendToPerson(commits: Commits, request: Send, holder: Holder): Promise<Swapped> {
  const beside = { frame: request.frame, received: [], closes: false };
  return advance(commits, { ...stepOf(request, holder), ...beside });
}

/** Stores the last message and ends the conversation. */
export function endConversation(commits: Commits, request: Send, holder: Holder): Promise<Swapped> {
  const beside = { frame: request.frame, received: [], closes: true };
  return advance(commits, { ...stepOf(request, holder), ...beside });
}

/**
 * Ends a conversation in which its counsellor can say nothing any more. No frame, and state and archive stay as
 * they are: what an older state or a missing key is about can still be looked into.
 */
export async function closeConversation(
  database: Database,
  id: string,
  { memberId, today }: Holder,
): Promise<Swapped> {
  const held = { id, leaseMemberId: memberId };
  const data = { state: 'closed', expiresDay: today + keepDays.closed };
  const { count } = await database.mailbox.updateMany({ where: { ...held, state: 'open' }, data });
  if (count > 0) return { ok: true, isNew: true };
  const isMine = (await database.mailbox.count({ where: held })) > 0;
  return isMine ? { ok: true, isNew: false } : { ok: false, code: 'not_allowed' };
}

/**
 * Deletes what the counsellor has received and covered by a checkpoint; also after the end, when the
 * person's last words are fetched. That does not lengthen the time that anything is kept.
 */
export function confirmReceived(
  commits: Commits,
  request: Confirm,
  holder: Holder,
): Promise<Swapped> {
  const beside = { frame: null, received: request.received, closes: false };
  const fits = { states: ['open', 'closed'], expiresDay: null };
  return advance(commits, { ...stepOf(request, holder), ...beside, ...fits });
}

type Common = Omit<StepWrite, 'frame' | 'received' | 'closes'>;

function stepOf({ mailboxId, checkpoint, archive }: Send | Confirm, holder: Holder): Common {
  const { memberId, today } = holder;
  const expiresDay = today + keepDays.closed;
  return { kind: 'step', mailboxId, memberId, states: ['open'], checkpoint, archive, expiresDay };
}

/** Compare-and-swap on the number of the checkpoint, by the member who holds the lease. */
async function advance(commits: Commits, step: StepWrite): Promise<Swapped> {
  const outcome = await commits.ask(step);
  return outcome.ok ? { ok: true, isNew: outcome.isNew } : outcome;
}

async function storeState(
  tx: Transaction,
  mailboxId: string,
  checkpoint: NewCheckpoint,
  archive: readonly NewArchiveRecord[],
): Promise<void> {
  await tx.checkpoint.upsert({
    where: { mailboxId },
    create: { mailboxId, ...checkpoint },
    update: checkpoint,
  });
  if (archive.length === 0) return;
  await tx.archiveRecord.createMany({ data: archive.map((record) => ({ mailboxId, ...record })) });
}

function judged(judgement: 'repeated' | Code): Swapped {
  return judgement === 'repeated' ? { ok: true, isNew: false } : { ok: false, code: judgement };
}

/** A frame id or archive number that is taken is somebody's mistake; nothing of the step stays. */
async function swap(
  database: Database,
  work: (tx: Transaction) => Promise<Swapped>,
): Promise<Swapped> {
  try {
    return await database.$transaction(work);
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: 'not_allowed' };
    throw error;
  }
}
