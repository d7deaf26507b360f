import type { ConversationView } from '#lib/protocol/team-events.ts';
import type { Board } from './board.ts';
import { openState } from './chat-state.ts';
import { restore } from './restore.ts';

function openStored({ chats, context, marks }: Board, view: ConversationView): void {
  const { mailboxId, presence, frames } = view;
  const ended = view.state === 'closed';
  const restored = restore(context.member, view, marks.of(mailboxId));
  if (!restored.ok) {
    chats.putClosed({ mailboxId, alarm: restored.alarm, ended });
    return;
  }
  marks.set(mailboxId, restored.held.mark);
  const { closedBy } = restored;
  chats.put(openState(restored, { presence, frames, closed: ended, closedBy }));
}

/** As stored by the server: goes on with known chats, opens others out of checkpoint and archive. */
export function showStored(board: Board, views: readonly ConversationView[]): void {
  for (const view of views) {
    const conversation = board.chats.conversation(view.mailboxId);
    if (conversation) {
      conversation.setPresence(view.presence);
      conversation.arrive(view.frames);
      if (view.state === 'closed') conversation.closed();
    } else if (!board.chats.wasRemoved(view.mailboxId)) {
      openStored(board, view);
    }
  }
}
