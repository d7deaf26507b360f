import { sealArchive } from '#lib/crypto/conversation/archive.ts';
import type { CounsellorSession } from '#lib/crypto/conversation/counsellor.ts';
import type { Role } from '#lib/crypto/conversation/session-state.ts';
import type { Content } from '#lib/crypto/messages/content.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { ArchiveRecord } from '#lib/protocol/frames.ts';
import type { ConversationKeys } from './held.ts';

/** One message on its way into the archive. */
export type Kept = { sender: Role; inner: Uint8Array };

/**
 * Whether a message is kept for the counsellor until retention ends. Acknowledgements and typing
 * signs are not: they say nothing that is worth the trace.
 */
export const isKept = (content: Content): boolean =>
  content.type === 'text' ||
  content.type === 'prefs' ||
  content.type === 'close' ||
  content.type === 'consent-request' ||
  content.type === 'consent-grant' ||
  content.type === 'consent-withdraw';

/** Seals records behind those that the session counts already. */
export function archive(
  session: CounsellorSession,
  keys: ConversationKeys,
  kept: readonly Kept[],
  random: Random,
): { session: CounsellorSession; records: ArchiveRecord[] } {
  const records = kept.map(({ sender, inner }, at): ArchiveRecord => {
    const i = session.archiveCount + at;
    const place = { mailboxId: session.mailboxId, index: i, sender };
    return {
      i,
      direction: sender === 'person' ? 0 : 1,
      blob: Uint8Array.from(sealArchive(keys.ask, place, inner, random)),
    };
  });
  const archiveCount = session.archiveCount + records.length;
  return { session: { ...session, archiveCount }, records };
}
