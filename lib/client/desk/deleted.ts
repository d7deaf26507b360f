import {
  type CounsellorSession,
  receiveAsCounsellor,
} from '#lib/crypto/conversation/counsellor.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { OpenChat } from './desk-view.ts';
import { chatNumber } from './held.ts';
import { emptyMargin } from './margin.ts';

/**
 * Why a conversation is no longer here. `by_person`: their own sealed DELETE says so. `not_stored`: only the
 * server does, which may be its retention. Either way nothing of it stays on this desk.
 */
export type Deletion = 'by_person' | 'not_stored';

/** Whether the frame is a DELETE that the person sealed in this session. */
export function deletionOf(session: CounsellorSession, last: Frame | null): Deletion {
  if (!last) return 'not_stored';
  const { result } = receiveAsCounsellor(session, last.blob);
  const said = result.type === 'message' && result.message.content.type === 'delete';
  return said ? 'by_person' : 'not_stored';
}

/** What stands in place of a deleted conversation until this desk is closed: one sentence. */
export function deletedChat(mailboxId: MailboxId, why: Deletion): OpenChat {
  const notice = why === 'by_person' ? 'deleted_by_person' : 'not_stored';
  return {
    ...{ mailboxId, number: chatNumber(mailboxId), person: null, presence: 'away', unread: 0 },
    ...{ place: 'ended', gone: true, phase: 'ended', alarm: null, proposals: [] },
    margin: emptyMargin,
    entries: [{ kind: 'notice', id: 'end', notice }],
  };
}
