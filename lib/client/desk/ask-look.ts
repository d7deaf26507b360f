import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { lookId } from '#lib/protocol/ids.ts';
import type { TeamFacts } from '#lib/protocol/team-events.ts';
import type { Board } from './board.ts';
import { formMark } from './margin.ts';

/**
 * Asks colleagues to look at the form of the open chat as it stands now. The server learns a fresh number and
 * who asks, neither chat nor content: what it is about they tell each other by voice.
 * @returns whether the server told them
 */
export async function askLook({ chats, context, selected }: Board): Promise<boolean> {
  const mailboxId = selected();
  const chat = mailboxId && chats.conversation(mailboxId);
  if (!chat) return false;
  const id = lookId.parse(toHex(context.random(16)));
  // Kept before it is asked: the answer of a quick colleague finds it, and what is changed since is not covered.
  chat.setMargin({ look: { id, of: formMark(chat.getSnapshot().margin), by: null } });
  const { ok } = await context.ask('look:ask', { lookId: id });
  if (!ok && chat.getSnapshot().margin.look?.id === id) chat.setMargin({ look: null });
  return ok;
}

/** Somebody else looked; the server has seen that it was another member of the team. */
export function lookConfirmed(
  { chats }: Board,
  told: Parameters<TeamFacts['look:confirmed']>[0],
): void {
  for (const mailboxId of chats.ids()) {
    const chat = chats.conversation(mailboxId);
    const look = chat?.getSnapshot().margin.look;
    if (!chat || look?.id !== told.lookId || look.by) continue;
    const by = { name: told.displayName, isSupervisor: told.isSupervisor };
    chat.setMargin({ look: { ...look, by } });
  }
}
