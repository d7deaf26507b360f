import type { Answer } from '../codes.ts';
import { type LookId, lookId, type MemberId, mailboxId } from '../ids.ts';
import * as z from '../zod.ts';

/** Namespace `/team`: what one member asks of another, without saying of which chat. */
export const colleagueRequests = {
  /** Somebody in this conversation is in danger: the supervisors hear who calls, nothing else. */
  'supervisor:call': z.strictObject({ mailboxId }),
  /** A second person must look before a signal of somebody who may be a minor is proposed; not at which chat. */
  'look:ask': z.strictObject({ lookId }),
  /** They talked, and it may be proposed. An unknown one is answered the same. */
  'look:confirm': z.strictObject({ lookId }),
} as const;

export type ColleagueAnswers = {
  'supervisor:call': Answer;
  'look:ask': Answer;
  'look:confirm': Answer;
};

/** Facts for everyone of the organisation, unless it says for whom. */
export type ColleagueFacts = {
  /** Only supervisors: this counsellor calls, somebody may be in danger. */
  'supervisor:called': (fact: { memberId: MemberId; displayName: string }) => void;
  /** A colleague asks for a second look; nothing says at which chat. */
  'look:asked': (fact: { lookId: LookId; displayName: string }) => void;
  /** Somebody else looked: the server has seen that it was another member. */
  'look:confirmed': (fact: { lookId: LookId; displayName: string; isSupervisor: boolean }) => void;
};
