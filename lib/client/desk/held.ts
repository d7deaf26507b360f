import { archiveKey } from '#lib/crypto/conversation/archive.ts';
import type { CheckpointMark } from '#lib/crypto/conversation/checkpoint.ts';
import type { CounsellorSession } from '#lib/crypto/conversation/counsellor.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';

/** Keys of one conversation; in memory only. */
export type ConversationKeys = {
  mailboxId: MailboxId;
  /** CSK: opens and seals the checkpoints, 32 bytes. */
  csk: Uint8Array;
  /** ASK, from CSK: the archive, 32 bytes. */
  ask: Uint8Array;
};

/** What the server is known to hold of our side: the session as of checkpoint `mark`. */
export type Held = { session: CounsellorSession; mark: CheckpointMark };

/** @param csk 32 bytes */
export function conversationKeys(mailboxId: MailboxId, csk: Uint8Array): ConversationKeys {
  return { mailboxId, csk, ask: archiveKey(csk, fromHex(mailboxId)) };
}

/** Three digits that name a chat on every desk and tell nothing. @returns 100 to 999 */
export function chatNumber(mailboxId: MailboxId): number {
  return 100 + (Number.parseInt(mailboxId.slice(0, 8), 16) % 900);
}
