import type { Code } from '#lib/protocol/codes.ts';
import type { Database, Transaction } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { createFrame, deleteFrames, type NewFrame } from '../mailboxes/mutations.ts';
import { direction, keepDays } from '../mailboxes/types.ts';
import { readSwapState } from './data.ts';
import { judgeMissedSwap, judgeMissedTake } from './policy.ts';
import type { Confirm, Holder, NewArchiveRecord, NewCheckpoint, Send, Take } from './types.ts';

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

/** A step of the counsellor's side: which states it fits, and what happens beside the swap. */
type Step = {
  mailboxId: string;
  checkpoint: NewCheckpoint;
  archive: readonly NewArchiveRecord[];
  states: readonly string[];
  closes: boolean;
  also(tx: Transaction): Promise<void>;
};

/** Stores a message of the counsellor with the state after it. */
export function sendToPerson(database: Database, request: Send, holder: Holder): Promise<Swapped> {
  const { mailboxId, frame } = request;
  const also = storing(mailboxId, frame);
  return advance(database, { ...request, states: ['open'], closes: false, also }, holder);
}

/** Stores the last message and ends the conversation. */
export function endConversation(
  database: Database,
  request: Send,
  holder: Holder,
): Promise<Swapped> {
  const { mailboxId, frame } = request;
  const also = storing(mailboxId, frame);
  return advance(database, { ...request, states: ['open'], closes: true, also }, holder);
}

/**
 * Deletes what the counsellor has received and covered by a checkpoint; also after the end, when the
 * person's last words are fetched.
 */
export function confirmReceived(
  database: Database,
  request: Confirm,
  holder: Holder,
): Promise<Swapped> {
  const { mailboxId, received } = request;
  const also = (tx: Transaction) => deleteFrames(tx, mailboxId, direction.fromPerson, received);
  return advance(database, { ...request, states: ['open', 'closed'], closes: false, also }, holder);
}

function storing(mailboxId: string, frame: NewFrame): (tx: Transaction) => Promise<void> {
  return (tx) => createFrame(tx, mailboxId, direction.fromCounsellor, frame);
}

/**
 * Compare-and-swap on the number of the checkpoint, by the member who holds the lease. Fetching last
 * words after the end does not lengthen the time that anything is kept.
 */
async function advance(database: Database, step: Step, holder: Holder): Promise<Swapped> {
  return swap(database, async (tx) => {
    const { mailboxId, checkpoint, archive, states, closes } = step;
    const { count } = await tx.mailbox.updateMany({
      where: {
        id: mailboxId,
        leaseMemberId: holder.memberId,
        state: { in: [...states] },
        checkpointN: checkpoint.n - 1,
      },
      data: {
        checkpointN: checkpoint.n,
        ...(states.includes('closed') ? {} : { expiresDay: holder.today + keepDays.closed }),
        ...(closes ? { state: 'closed' } : {}),
      },
    });
    if (count === 0) {
      return judged(judgeMissedSwap(await readSwapState(tx, mailboxId), holder, checkpoint));
    }
    await step.also(tx);
    await storeState(tx, mailboxId, checkpoint, archive);
    return { ok: true, isNew: true };
  });
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
