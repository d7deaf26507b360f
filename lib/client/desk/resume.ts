import {
  claimSession,
  receiveAsCounsellor,
  resumeKeysOf,
} from '#lib/crypto/conversation/counsellor.ts';
import { type OpenedStart, openStarts } from '#lib/crypto/conversation/open-starts.ts';
import { startFormOf } from '#lib/crypto/conversation/start-header.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { ChatState } from './chat-state.ts';
import type { Held } from './held.ts';
import { claimerOf, type DeskMember } from './own-device.ts';
import { archive, isKept } from './records.ts';
import { checkpointAfter, newFrame, type Step } from './steps.ts';

/** Whether the person begins a session behind the one we hold. Whether it opens is another question. */
export function isResume({ session }: Held, { blob }: Frame): boolean {
  return (
    startFormOf(blob) === 'first' && receiveAsCounsellor(session, blob).result.type === 'start'
  );
}

/**
 * Claims the session that the person began: checkpoint, archive and lease go on, the keys are new. Only who
 * held the session before can open it, so what anybody else wrote under the mailbox's number ends here.
 * @param minute whole minutes since 1970
 * @returns null when it does not open, or nobody may claim here
 */
export function resumeStep(
  { held, keys }: Pick<ChatState, 'held' | 'keys'>,
  { blob }: Frame,
  member: DeskMember,
  minute: number,
  random: Random,
): { step: Step; opened: OpenedStart } | null {
  const claimer = claimerOf(member, minute);
  const orgId = fromHex(member.view.organisationId);
  const box = { orgId, teamId: orgId, mailboxId: held.session.mailboxId, frames: [blob] };
  const [opened] = openStarts({ ...box, keys: resumeKeysOf(held.session) }).starts;
  if (!claimer || !opened) return null;
  const outgoing = { content: { type: 'noop' }, minute } as const;
  const claim = claimSession({ opened, claimer, outgoing, before: held.session }, random);
  if (!claim.ok) return null;
  const kept = opened.messages
    .filter(({ content }) => isKept(content))
    .map(({ inner }) => ({ sender: 'person', inner }) as const);
  const { session, records } = archive(claim.session, keys, kept, random);
  const { checkpoint, next } = checkpointAfter(session, keys, held.mark, random);
  const frame = newFrame(claim.frame, random);
  const request = { mailboxId: keys.mailboxId, frame, checkpoint, archive: records };
  return { step: { event: 'conversation:send', request, next }, opened };
}
