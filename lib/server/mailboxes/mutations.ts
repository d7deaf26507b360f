import type { Code } from '#lib/protocol/codes.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { NewFrame } from '../commits/types.ts';
import { sha256 } from '../credentials/tokens.ts';
import type { Database, Transaction } from '../db/database.ts';
import { isUniqueViolation } from '../db/unique-violation.ts';
import { findMailbox, lockMailbox } from './data.ts';
import { ownsMailbox } from './policy.ts';
import { direction, firstBehind, keepDays, type Mailbox, type Standing } from './types.ts';

type Refusal = { ok: false; code: Code };
type Stored = { ok: true; isNew: boolean; mailbox: Mailbox };

export type Opening = {
  organisationId: string;
  mailboxId: string;
  token: Uint8Array;
  first: NewFrame;
  standing: Standing;
  /** Days since 1970. */
  today: number;
};

/** Puts somebody into the queue of an organisation; sent again, it changes nothing. */
export async function openMailbox(database: Database, opening: Opening): Promise<Stored | Refusal> {
  try {
    return await database.$transaction((tx) => open(tx, opening));
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: 'not_allowed' };
    throw error;
  }
}

async function open(tx: Transaction, opening: Opening): Promise<Stored | Refusal> {
  const known = await findMailbox(tx, opening.mailboxId);
  if (known !== null) return openAgain(tx, known, opening);
  const { organisationId, mailboxId, first, standing, today } = opening;
  if (!(await lockQueue(tx, organisationId))) return { ok: false, code: 'not_allowed' };
  const waiting = await tx.mailbox.count({ where: { organisationId, state: 'waiting' } });
  if (waiting >= (standing === 'solved' ? limits.waitingSolved : limits.waitingMailboxes))
    return { ok: false, code: 'full' };
  await tx.mailbox.create({
    data: {
      id: mailboxId,
      organisationId,
      tokenHash: sha256(opening.token),
      state: 'waiting',
      openedDay: today,
      expiresDay: today + keepDays.unclaimed,
    },
  });
  if (standing === 'behind') {
    const data = { arrival: { increment: firstBehind } };
    await tx.mailbox.update({ where: { id: mailboxId }, data });
  }
  await createFrame(tx, mailboxId, direction.fromPerson, first);
  const mailbox = await findMailbox(tx, mailboxId);
  return mailbox === null ? { ok: false, code: 'unavailable' } : { ok: true, isNew: true, mailbox };
}

/** Those who come to one organisation at once are counted one after another. False: there is none. */
async function lockQueue(tx: Transaction, organisationId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId} FOR NO KEY UPDATE`;
  return found.length === 1;
}

/** The answer was lost and the page asks once more: same token, same organisation, same frame. */
async function openAgain(
  tx: Transaction,
  mailbox: Mailbox,
  { token, organisationId, first }: Opening,
): Promise<Stored | Refusal> {
  const frames = await tx.frame.count({ where: { id: first.frameId, mailboxId: mailbox.id } });
  const sameFrame = frames === 1 || mailbox.state !== 'waiting';
  if (ownsMailbox(mailbox, token) && mailbox.organisationId === organisationId && sameFrame) {
    return { ok: true, isNew: false, mailbox };
  }
  return { ok: false, code: 'not_allowed' };
}

/** Stores one frame. @throws a unique violation when the id is in use */
export async function createFrame(
  tx: Transaction,
  mailboxId: string,
  way: number,
  { frameId, blob }: NewFrame,
): Promise<void> {
  const data = { id: frameId, mailboxId, direction: way, blob };
  await tx.frame.create({ data, select: { id: true } });
}

/** Deletes frames that arrived, of this mailbox and this direction only. */
export async function deleteFrames(
  database: Database | Transaction,
  mailboxId: string,
  way: number,
  frameIds: readonly string[],
): Promise<void> {
  await database.frame.deleteMany({
    where: { mailboxId, direction: way, id: { in: [...frameIds] } },
  });
}

export type Ending = { mailboxId: string; last: NewFrame | undefined; today: number };

/**
 * The person ends it. While waiting nobody can have answered: what they wrote goes at once, and the
 * empty row only lets a repeated request be answered. Afterwards the counsellor still fetches the rest.
 * @returns the mailbox as it was before
 */
export async function endMailbox(
  database: Database,
  { mailboxId, last, today }: Ending,
): Promise<Stored | Refusal> {
  try {
    return await database.$transaction(async (tx) => {
      const mailbox = await lockMailbox(tx, mailboxId);
      if (mailbox === null) return { ok: false, code: 'not_allowed' };
      if (mailbox.state === 'closed') return { ok: true, isNew: false, mailbox };
      const wasWaiting = mailbox.state === 'waiting';
      if (wasWaiting) await tx.frame.deleteMany({ where: { mailboxId } });
      else if (last) await createFrame(tx, mailboxId, direction.fromPerson, last);
      const days = wasWaiting ? keepDays.abandoned : keepDays.closed;
      const data = { state: 'closed', expiresDay: today + days };
      await tx.mailbox.update({ where: { id: mailboxId }, data });
      return { ok: true, isNew: true, mailbox };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return { ok: false, code: 'not_allowed' };
    throw error;
  }
}

/**
 * Deletes mailboxes with all that was ever stored of them: the keys first, so that nothing that a crash
 * leaves behind can be opened.
 */
export async function deleteWhole(
  database: Database | Transaction,
  ids: readonly string[],
): Promise<void> {
  const of = { where: { mailboxId: { in: [...ids] } } };
  await database.conversationKeyWrap.deleteMany(of);
  await database.checkpoint.deleteMany(of);
  await database.archiveRecord.deleteMany(of);
  await database.margin.deleteMany(of);
  await database.frame.deleteMany(of);
  await database.mailbox.deleteMany({ where: { id: { in: [...ids] } } });
}

export type Deleting = { mailboxId: string; token: Uint8Array };
type Deleted = { ok: true; mailbox: Mailbox | null };

/**
 * The person deletes everything. What is not there is deleted: whoever asks again because the answer was
 * lost is answered the same way, and no row has to remember that they were here.
 * @returns the mailbox as it was before; null when there was none
 */
export async function deleteMailbox(
  database: Database,
  { mailboxId, token }: Deleting,
): Promise<Deleted | Refusal> {
  return database.$transaction(async (tx) => {
    const mailbox = await lockMailbox(tx, mailboxId);
    if (mailbox === null) return { ok: true, mailbox };
    if (!ownsMailbox(mailbox, token)) return { ok: false, code: 'not_allowed' };
    await deleteWhole(tx, [mailboxId]);
    return { ok: true, mailbox };
  });
}
