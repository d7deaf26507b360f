import type { MailboxId } from '#lib/protocol/ids.ts';
import type { ConversationView } from '#lib/protocol/team/conversation-events.ts';
import type { Board } from './board.ts';
import { openState } from './chat-state.ts';
import { restore } from './restore.ts';

function openStored({ chats, context, marks }: Board, view: ConversationView): void {
  const { mailboxId, presence, frames } = view;
  const closed = view.state === 'closed';
  const restored = restore(context.member, view, marks.of(mailboxId));
  if (!restored.ok) {
    chats.fold({ view, alarm: restored.alarm });
    return;
  }
  marks.set(mailboxId, restored.held.mark);
  const { closedBy } = restored;
  chats.put(openState(restored, { presence, frames, closed, closedBy }), closed);
}

/** What did not open here is tried again: its screen says why as long as that holds. */
const isAlarming = ({ chats }: Board, { mailboxId }: ConversationView): boolean =>
  (chats.folded(mailboxId)?.alarm ?? null) !== null;

/** The server leaves out what this desk holds up to the same checkpoint. */
function withArchive({ chats }: Board, view: ConversationView): ConversationView {
  const before = chats.folded(view.mailboxId)?.view;
  const isKnown = before?.checkpoint.n === view.checkpoint.n;
  return isKnown ? { ...view, archive: before.archive } : view;
}

/**
 * As stored by the server: goes on with known chats, opens others out of checkpoint and archive.
 * What was over before stays folded until somebody wants to read it, unless last words arrived.
 */
export function showStored(board: Board, views: readonly ConversationView[]): void {
  const shown = views.filter(({ mailboxId }) => !board.chats.isGone(mailboxId));
  for (const view of shown.map((each) => withArchive(board, each))) {
    const conversation = board.chats.conversation(view.mailboxId);
    if (conversation) {
      conversation.setPresence(view.presence);
      conversation.arrive(view.frames);
      if (view.state === 'closed') conversation.closed();
    } else if (view.state === 'closed' && view.frames.length === 0 && !isAlarming(board, view)) {
      board.chats.fold({ view, alarm: null });
    } else {
      openStored(board, view);
    }
  }
}

/** Opens an earlier conversation that was only listed so far. */
export function unfold(board: Board, mailboxId: MailboxId): void {
  const folded = board.chats.folded(mailboxId);
  if (folded?.alarm === null) openStored(board, folded.view);
}

/**
 * Ends a conversation that does not open here. The server does it alone: no key is needed, and nothing is built
 * on a state that may be an older one.
 */
export async function endUnopened(board: Board, mailboxId: MailboxId): Promise<void> {
  const { chats, context } = board;
  const folded = chats.folded(mailboxId);
  if (!folded?.alarm || folded.end || folded.view.state === 'closed') return;
  chats.fold({ ...folded, end: 'asked' });
  const answer = await context.ask('conversation:close', { mailboxId });
  const now = chats.folded(mailboxId);
  if (!now || (!answer.ok && answer.code === 'signed_out')) return;
  // Whoever is refused holds it no more: for them it is over too.
  chats.fold({
    ...now,
    view: { ...now.view, state: 'closed' },
    end: answer.ok ? 'done' : undefined,
  });
}
