import { wipe } from '#lib/crypto/primitives/bytes.ts';
import type { ConversationKey } from '#lib/protocol/team/conversation-events.ts';
import { openWrap, wrapToOneself } from './conversation-wraps.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** The weekly key under which every conversation of a session was found to be wrapped. */
const doneFor = new WeakMap<TeamSession, number>();

async function rewrap(session: TeamSession, { mailboxId, wrap }: ConversationKey) {
  const opened = openWrap(session, mailboxId, wrap);
  if (!opened) return { ok: true } as const;
  const fresh = opened.isNewest
    ? null
    : wrapToOneself(session, mailboxId, opened.csk, session.random);
  wipe(opened.csk);
  if (!fresh) return { ok: true } as const;
  return session.portal.request('conversation:rewrap', { mailboxId, wrap: fresh });
}

/**
 * Puts the key of every conversation that this member holds under their newest weekly key, before the older
 * ones are erased: a chat or an archive older than two weeks could not be opened any more otherwise, by
 * anybody. Nothing is read of a conversation but its key.
 */
export async function keepConversationKeys(session: TeamSession): Promise<Changed> {
  const newest = Math.max(0, ...session.vault().deviceEpochs.map(({ epoch }) => epoch));
  if (doneFor.get(session) === newest) return { ok: true };
  const answer = await session.portal.request('conversation:keys', {});
  if (!answer.ok) return answer;
  for (const key of answer.keys) {
    if (session.locked()) return { ok: true };
    const done = await rewrap(session, key);
    // Deleted or handed over in between: nothing is left to wrap.
    if (!done.ok && done.code !== 'not_allowed') return done;
  }
  doneFor.set(session, newest);
  return { ok: true };
}
