import type { Code } from '#lib/protocol/codes.ts';
import { sameBytes } from '../credentials/tokens.ts';
import type { Mailbox } from '../mailboxes/types.ts';
import { activeMember, counsellor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';
import type { Holder, NewCheckpoint, Rewrap, Take } from './types.ts';

/** A conversation begins with checkpoint 1. */
export function mayTake(actor: Actor, request: Take): Code | null {
  return request.checkpoint.n === 1 ? counsellor(actor) : 'malformed';
}

/** A key is wrapped anew by the device that it is for; who holds it is decided where it is stored. */
export function mayRewrap(actor: Actor, { wrap }: Rewrap): Code | null {
  return wrap.deviceId === wrap.senderDeviceId ? activeMember(actor) : 'not_allowed';
}

/** What a swap that did not fit is judged by. */
export type SwapState = Judged<keyof Mailbox>;
type Judged<Field extends keyof Mailbox> = {
  mailbox: Pick<Mailbox, Field>;
  checkpoint: NewCheckpoint | null;
};

/**
 * Why a step of the counsellor's side did not fit, or that it is the last one, sent again because its
 * answer was lost. A mailbox that another member holds, or another organisation, does not exist.
 */
export function judgeMissedSwap(
  state: Judged<'leaseMemberId' | 'state'> | null,
  holder: Pick<Holder, 'memberId'>,
  wanted: NewCheckpoint,
): 'repeated' | Code {
  if (state === null || state.mailbox.leaseMemberId !== holder.memberId) return 'not_allowed';
  if (isSameCheckpoint(state.checkpoint, wanted)) return 'repeated';
  return state.mailbox.state === 'closed' ? 'closed' : 'stale';
}

/** The same for taking, where a colleague may simply have been faster. */
export function judgeMissedTake(
  state: SwapState | null,
  holder: Holder,
  wanted: NewCheckpoint,
): 'repeated' | Code {
  if (state === null || state.mailbox.organisationId !== holder.organisationId) {
    return 'not_allowed';
  }
  const { mailbox, checkpoint } = state;
  if (mailbox.leaseMemberId === null) return 'closed';
  const isMine = mailbox.leaseMemberId === holder.memberId;
  return isMine && isSameCheckpoint(checkpoint, wanted) ? 'repeated' : 'already_taken';
}

function isSameCheckpoint(stored: NewCheckpoint | null, wanted: NewCheckpoint): boolean {
  return stored !== null && stored.n === wanted.n && sameBytes(stored.blob, wanted.blob);
}
