import type { WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import { lookConfirmed } from './ask-look.ts';
import type { Board } from './board.ts';
import { showStored } from './stored-chats.ts';

/**
 * Asks for everything anew: at the start, and after each lost connection. An answer that came after yet
 * another one is not used: what that one told meanwhile would not fit behind it ([Note: In step]).
 */
export async function catchUp(board: Board): Promise<void> {
  const { context, queue, step } = board;
  void context.ask('desk:open', {});
  const asking = step.begin();
  const read = queue.reading();
  const before = board.chats.ids();
  const [waiting, views] = await Promise.all([context.ask('queue:read', {}), board.readAll()]);
  if (!waiting.ok || !views) return;
  read(waiting.waiting);
  if (asking !== step.asking()) return;
  const { taking } = board.store.getSnapshot();
  // The one that is being taken comes with the answer to "Take".
  showStored(
    board,
    views.filter(({ mailboxId }) => mailboxId !== taking),
  );
  // What stood here and is there no more was deleted while this desk did not hear it.
  const stored = new Set(views.map(({ mailboxId }) => mailboxId));
  for (const id of before) if (!stored.has(id)) board.chats.erase(id, null);
  step.known(asking);
  board.patch({ ready: true });
  board.publish();
}

function somebodyWaits(board: Board, mailbox: WaitingMailbox): void {
  const fresh = board.queue.add(mailbox);
  board.publish();
  if (!fresh) return;
  const card = board.queue.getSnapshot().find(({ mailboxId }) => mailboxId === mailbox.mailboxId);
  const { language = null, danger = false } = card?.person ?? {};
  board.tell({ kind: 'waiting', language, danger });
  board.call();
}

/** Hears what the server tells unasked. @returns what stops listening */
export function listenToFacts(board: Board, portal: TeamPortal): () => void {
  const { queue, chats, step } = board;
  const stops = [
    portal.on('mailbox:waiting', (mailbox) => somebodyWaits(board, mailbox)),
    portal.on('mailbox:frame', ({ mailboxId, frame }) => {
      queue.addFrame(mailboxId, frame);
      board.publish();
    }),
    portal.on('mailbox:gone', ({ mailboxId }) => {
      queue.remove(mailboxId);
      board.publish();
    }),
    portal.on('person:presence', ({ mailboxId, presence }) => {
      step.run(mailboxId, () => {
        queue.setPresence(mailboxId, presence);
        chats.setPresence(mailboxId, presence);
        board.publish();
      });
    }),
    portal.on('frame:arrived', ({ mailboxId, frame }) => {
      step.run(mailboxId, () => {
        const conversation = chats.conversation(mailboxId);
        if (conversation) conversation.arrive([frame]);
        // Another window of this member took it.
        else void catchUp(board);
      });
    }),
    portal.on('conversation:closed', ({ mailboxId }) => {
      step.run(mailboxId, () => chats.closed(mailboxId));
    }),
    portal.on('supervisor:called', ({ displayName }) => {
      board.tell({ kind: 'called', name: displayName });
      board.call();
    }),
    portal.on('look:asked', () => board.call()),
    portal.on('look:confirmed', (look) => lookConfirmed(board, look)),
    portal.on('conversation:deleted', ({ mailboxId, last }) => chats.erase(mailboxId, last)),
    portal.onConnection((connection) => {
      board.patch({ connection });
      if (connection === 'connected') void catchUp(board);
      else step.lost();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
