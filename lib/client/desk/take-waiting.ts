import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { ConversationView } from '#lib/protocol/team/conversation-events.ts';
import type { Board } from './board.ts';
import { openState } from './chat-state.ts';
import { chatNumber } from './held.ts';
import { showStored } from './stored-chats.ts';
import { type TakeStep, takenChat, takeStep } from './take.ts';

function opened(board: Board, mailboxId: MailboxId): void {
  board.queue.remove(mailboxId);
  board.select(mailboxId);
  board.setTaking(null);
  board.tell({ kind: 'taken', number: chatNumber(mailboxId) });
}

function adopt(
  { chats, marks }: Board,
  step: TakeStep,
  { presence, frames }: Pick<ConversationView, 'presence' | 'frames'>,
): void {
  marks.set(step.keys.mailboxId, step.held.mark);
  chats.put(openState(takenChat(step), { presence, frames, closed: false, closedBy: null }));
}

// "A colleague was first" may be ourselves: the answer to our own request was lost, or another
// window of this member took it.
async function whoseIsIt(board: Board, mailboxId: MailboxId, step: TakeStep): Promise<void> {
  const view = await board.context.read(mailboxId);
  if (!view) {
    board.queue.remove(mailboxId);
    board.setTaking(null);
    board.publish();
    return board.tell({ kind: 'colleague_first' });
  }
  const ours = equalBytes(view.wrap.blob, step.request.wrap.blob as Uint8Array);
  if (ours && view.checkpoint.n === step.held.mark.n) adopt(board, step, view);
  else showStored(board, [view]);
  opened(board, mailboxId);
}

/**
 * Takes somebody who waits: one request, repeated with the same bytes until it is answered.
 * While one is being taken, another "Take" does nothing.
 */
export async function takeWaiting(board: Board, mailboxId: MailboxId): Promise<void> {
  if (!board.queue.mailbox(mailboxId) || board.store.getSnapshot().taking) return;
  board.setTaking(mailboxId);
  // What they wrote while this desk was not connected belongs into the CLAIM, in its place.
  await board.step.caughtUp();
  await claim(board, mailboxId);
  board.step.flush();
}

async function claim(board: Board, mailboxId: MailboxId): Promise<void> {
  const { context } = board;
  const mailbox = board.queue.mailbox(mailboxId);
  if (!mailbox) {
    board.setTaking(null);
    return board.tell({ kind: 'colleague_first' });
  }
  const minute = Math.floor(context.now() / 60_000);
  const step = takeStep(context.member, mailbox, minute, context.random);
  if (!step.ok) {
    board.setTaking(null);
    return board.tell({ kind: 'take_failed' });
  }
  const answer = await context.ask('conversation:take', step.request);
  if (answer.ok) {
    adopt(board, step, answer);
    return opened(board, mailboxId);
  }
  if (answer.code === 'already_taken' || answer.code === 'stale') {
    return await whoseIsIt(board, mailboxId, step);
  }
  board.setTaking(null);
  if (answer.code === 'closed' || answer.code === 'not_allowed') board.queue.remove(mailboxId);
  board.publish();
  board.tell({ kind: 'take_failed' });
}
