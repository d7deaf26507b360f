import { bytes } from './bytes-fields.ts';
import type { Answer } from './codes.ts';
import { type Frame, frame, frameIds } from './frames.ts';
import { mailboxId, organisationId } from './ids.ts';
import * as z from './zod.ts';

/**
 * Namespace `/help`: what the page of a person who seeks help sends. A socket serves one mailbox.
 * Each request is acknowledged with an Answer; a stored frame is acknowledged after its commit.
 */
export const helpRequests = {
  /** First frame of a new conversation (START, INTAKE). Sending it again is answered the same way. */
  'mailbox:open': z.strictObject({
    organisationId,
    mailboxId,
    token: bytes(32),
    first: frame,
  }),
  /** After a lost connection: this socket speaks for the mailbox again. */
  'mailbox:attach': z.strictObject({ mailboxId, token: bytes(32) }),
  'frame:send': frame,
  /** These frames arrived here; the server deletes them. */
  'frame:confirm': z.strictObject({ frameIds }),
  /** The person ends the conversation; `last` is the CLOSE message, if one can be made. */
  'chat:end': z.strictObject({ last: z.optional(frame) }),
} as const;

export type HelpRequests = typeof helpRequests;
export type HelpEvent = keyof HelpRequests;

/** `place` counts from 1 among those who wait at this organisation; 0 when nobody waits any more. */
export type MailboxView = {
  state: 'waiting' | 'open' | 'closed';
  place: number;
  counsellorPresent: boolean;
  frames: Frame[];
};

export type HelpAnswers = {
  'mailbox:open': Answer<MailboxView>;
  'mailbox:attach': Answer<MailboxView>;
  'frame:send': Answer;
  'frame:confirm': Answer;
  'chat:end': Answer;
};

/** Facts that the server tells the page, unasked. */
export type HelpFacts = {
  'frame:arrived': (frame: Frame) => void;
  'queue:moved': (fact: { place: number }) => void;
  'mailbox:opened': (fact: Record<string, never>) => void;
  'mailbox:closed': (fact: Record<string, never>) => void;
  'counsellor:presence': (fact: { present: boolean }) => void;
};

export type HelpEmits = {
  [E in HelpEvent]: (
    request: z.input<HelpRequests[E]>,
    answer: (answer: HelpAnswers[E]) => void,
  ) => void;
};

/** Body of the quick exit's beacon, POST /left (a string, so that no preflight is needed). */
export const leftBeacon = z.strictObject({
  mailboxId,
  token: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
