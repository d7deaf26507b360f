import type { WorkOffer } from './account-routes.ts';
import { base64url, bytes } from './bytes-fields.ts';
import type { Answer, Refused } from './codes.ts';
import { type Frame, frame, frameIds } from './frames.ts';
import { frameId, mailboxId, organisationId } from './ids.ts';
import { limits } from './limits.ts';
import { bodyHash, consentRef, refHash } from './signal-fields.ts';
import * as z from './zod.ts';

const startWork = z.strictObject({ challenge: base64url(16), nonce: base64url(8) });
export type StartWork = z.output<typeof startWork>;

/**
 * Namespace `/help`: what the page of a person who seeks help sends. A socket serves one mailbox.
 * Each request is acknowledged with an Answer; a stored frame is acknowledged after its commit.
 */
export const helpRequests = {
  /**
   * First frame of a new conversation (START, INTAKE). Sending it again is answered the same way. When many
   * start at once, it is refused with `work_needed` and a challenge (reading j). `work` is its solution;
   * null: no solution was found in time, and this chat waits behind those who found one.
   */
  'mailbox:open': z.strictObject({
    organisationId,
    mailboxId,
    token: bytes(32),
    first: frame,
    work: z.optional(z.nullable(startWork)),
  }),
  /** After a lost connection: this socket speaks for the mailbox again. */
  'mailbox:attach': z.strictObject({ mailboxId, token: bytes(32) }),
  'frame:send': frame,
  /** These frames arrived here; the server deletes them. */
  'frame:confirm': z.strictObject({ frameIds }),
  /** The person ends the conversation; `last` is the CLOSE message, if one can be made. */
  'chat:end': z.strictObject({ last: z.optional(frame) }),
  /**
   * "Delete everything": nothing of this mailbox stays. It brings its own proof, since the connection that
   * spoke for the chat may be gone by then; `last` is the DELETE message, passed on and not stored. What is
   * not there (any more) is deleted, so a request whose answer was lost is answered the same way again.
   */
  'chat:delete': z.strictObject({ mailboxId, token: bytes(32), last: z.optional(frame) }),
  /**
   * At "yes": two hashes of the consent. Stored with the day, and without the mailbox. Only a chat that a counsellor
   * has opened registers any, and at most `limits.consentsPerChat`.
   */
  'consent:register': z.strictObject({ refHash, bodyHash }),
  /** Whether it left already: a yes only for who knows both hashes, as the page that gave it does. */
  'consent:state': z.strictObject({ refHash, bodyHash }),
  /** Taken back. One answer, whether it was there, had left already, or never was. */
  'consent:withdraw': z.strictObject({ consentRef }),
} as const;

export type HelpRequests = typeof helpRequests;
export type HelpEvent = keyof HelpRequests;

/**
 * Whether who waits can be answered now. `nobody`: no counsellor of the organisation is at a desk; `closed`: by
 * its hours, so that perhaps nobody answers any more.
 */
export type Attendance = 'here' | 'closed' | 'nobody';

/**
 * `place` counts from 1 among those who wait at this organisation; 0 when nothing is promised: nobody waits
 * any more, or others may still come in front.
 */
export type MailboxView = {
  state: 'waiting' | 'open' | 'closed';
  place: number;
  counsellorPresent: boolean;
  attendance: Attendance;
  frames: Frame[];
};

export type HelpAnswers = {
  'mailbox:open': Answer<MailboxView> | (Refused & { code: 'work_needed' } & WorkOffer);
  'mailbox:attach': Answer<MailboxView>;
  'frame:send': Answer;
  'frame:confirm': Answer;
  'chat:end': Answer;
  'chat:delete': Answer;
  'consent:register': Answer;
  'consent:state': Answer<{ left: boolean }>;
  'consent:withdraw': Answer;
};

/** Facts that the server tells the page, unasked. */
export type HelpFacts = {
  'frame:arrived': (frame: Frame) => void;
  'queue:moved': (fact: { place: number }) => void;
  'queue:attendance': (fact: { attendance: Attendance }) => void;
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

/**
 * Body of the quick exit's beacon, POST /left (a string, so that no preflight is needed). With `erase` the
 * person was deleting everything when they left: then all of it goes, as after `chat:delete`. `closed`: no exit was
 * used, the page was closed; the chat ends all the same, since its keys are gone.
 */
export const leftBeacon = z.strictObject({
  mailboxId,
  token: base64url(32),
  closed: z.optional(z.literal(true)),
  erase: z.optional(
    z.strictObject({
      last: z.optional(z.strictObject({ frameId, blob: base64url(1, limits.signalBytes) })),
      /** References of consents, which are taken back first: as many as a chat can have registered. */
      consents: z.optional(z.array(base64url(16)).check(z.maxLength(limits.consentsPerChat))),
    }),
  ),
});
