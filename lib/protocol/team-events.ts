import {
  type ColleagueAnswers,
  type ColleagueFacts,
  colleagueRequests,
} from './team/colleague-events.ts';
import {
  type ConversationAnswers,
  type ConversationFacts,
  conversationRequests,
} from './team/conversation-events.ts';
import {
  type DirectoryAnswers,
  type DirectoryFacts,
  directoryRequests,
} from './team/directory-events.ts';
import { type MemberAnswers, type MemberFacts, memberRequests } from './team/member-events.ts';
import {
  type OrganisationAnswers,
  type OrganisationFacts,
  organisationRequests,
} from './team/organisation-events.ts';
import { type ReleaseAnswers, releaseRequests } from './team/release-events.ts';
import { type SignalAnswers, type SignalFacts, signalRequests } from './team/signal-events.ts';
import type * as z from './zod.ts';

/**
 * Namespace `/team`: what a signed-in member's browser sends. The session cookie says who it is; the
 * organisation is always the member's own.
 */
export const teamRequests = {
  ...directoryRequests,
  ...conversationRequests,
  ...memberRequests,
  ...colleagueRequests,
  ...signalRequests,
  ...releaseRequests,
  ...organisationRequests,
} as const;

export type TeamRequests = typeof teamRequests;
export type TeamEvent = keyof TeamRequests;

export type TeamAnswers = DirectoryAnswers &
  ConversationAnswers &
  MemberAnswers &
  ColleagueAnswers &
  SignalAnswers &
  ReleaseAnswers &
  OrganisationAnswers;

/** What the server tells unasked. */
export type TeamFacts = DirectoryFacts &
  ConversationFacts &
  MemberFacts &
  ColleagueFacts &
  SignalFacts &
  OrganisationFacts;

export type TeamEmits = {
  [E in TeamEvent]: (
    request: z.input<TeamRequests[E]>,
    answer: (answer: TeamAnswers[E]) => void,
  ) => void;
};
