import { NO_CHECKPOINT } from '#lib/crypto/conversation/checkpoint.ts';
import { claimSession } from '#lib/crypto/conversation/counsellor.ts';
import type { OpenedStart } from '#lib/crypto/conversation/open-starts.ts';
import type { Prefs } from '#lib/crypto/messages/content.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';
import type { TeamRequests } from '#lib/protocol/team-events.ts';
import type * as z from '#lib/protocol/zod.ts';
import { wrapToOneself } from '../team/conversation-wraps.ts';
import { type ConversationKeys, conversationKeys, type Held } from './held.ts';
import { emptyMargin } from './margin.ts';
import { claimerOf, type DeskMember } from './own-device.ts';
import { archive, isKept } from './records.ts';
import type { Restored } from './restore.ts';
import { checkpointAfter, newFrame, oneBatch } from './steps.ts';
import { addNotice, addTheirs, emptyThread, type Thread } from './thread.ts';
import { openIntake } from './waiting.ts';

/** Everything that "Take" sends, and what holds if the server says yes. */
export type TakeStep = {
  request: z.input<TeamRequests['conversation:take']>;
  keys: ConversationKeys;
  held: Held;
  opened: OpenedStart;
};

/** Why this desk cannot take a chat; a colleague's may. */
export type TakeRefusal = 'no_key' | 'no_certificate' | 'unreadable';

/**
 * Makes the CLAIM before asking, so that no lease is ever held by a browser that died before it
 * answered the person. Loses nothing if a colleague was first: what was made is dropped.
 * @param minute whole minutes since 1970
 */
export function takeStep(
  member: DeskMember,
  mailbox: WaitingMailbox,
  minute: number,
  random: Random,
): ({ ok: true } & TakeStep) | { ok: false; code: TakeRefusal } {
  const claimer = claimerOf(member, minute);
  if (!claimer) return { ok: false, code: 'no_certificate' };
  // What does not fit into one request comes back as frames of the taken conversation.
  const frames = oneBatch(mailbox.frames);
  const opened = openIntake(member, { ...mailbox, frames: [...frames] });
  if (!opened) return { ok: false, code: 'unreadable' };
  const { mailboxId } = mailbox;
  const csk = random(32);
  const wrap = wrapToOneself(member, mailboxId, csk, random);
  if (!wrap) return { ok: false, code: 'no_key' };
  const outgoing = { content: { type: 'noop' }, minute } as const;
  const claim = claimSession({ opened, claimer, outgoing, before: null }, random);
  if (!claim.ok) return { ok: false, code: 'unreadable' };
  const keys = conversationKeys(mailboxId, csk);
  const kept = opened.messages
    .filter(({ content }) => isKept(content))
    .map(({ inner }) => ({ sender: 'person', inner }) as const);
  const archived = archive(claim.session, keys, kept, random);
  const { checkpoint, next } = checkpointAfter(archived.session, keys, NO_CHECKPOINT, random);
  const request = {
    mailboxId,
    claim: newFrame(claim.frame, random),
    checkpoint,
    wrap,
    received: frames.map(({ frameId }) => frameId),
    archive: archived.records,
  };
  return { ok: true, request, keys, held: next, opened };
}

/** The conversation that "Take" opens: what the person wrote while waiting, then a line about who reads. */
export function takenChat({ keys, held, opened }: TakeStep): Omit<Restored, 'closedBy'> {
  let thread: Thread = emptyThread;
  let person: Prefs | null = null;
  for (const { content, seq, minute, gap } of opened.messages) {
    if (gap) thread = addNotice(thread, 'message_missing');
    if (content.type === 'text') thread = addTheirs(thread, seq, content.text, minute);
    if (content.type === 'prefs') person = content.prefs;
  }
  thread = addNotice(thread, 'taken');
  return { keys, held, person, proposals: [], margin: emptyMargin, own: [], thread };
}
