import type { Code, Refused } from '#lib/protocol/codes.ts';
import type { HelpAnswers, HelpEvent, HelpRequests } from '#lib/protocol/help-events.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { TeamAnswers, TeamEvent, TeamRequests } from '#lib/protocol/team-events.ts';
import type { z } from '#lib/protocol/zod.ts';
import type { ServerDeps } from '../deps.ts';
import type { Reserved } from '../mailboxes/waiting-places.ts';
import type { Actor } from '../sessions/types.ts';
import type { Effect } from './effects.ts';
import type { Realtime } from './realtime.ts';

/** What a handler gives back: the answer goes out first, then everybody else learns of it. */
export type Handled<Answer> = { answer: Answer; effects: readonly Effect[] };

export type Services = { deps: ServerDeps; realtime: Realtime };

/**
 * One line of a namespace's table. The wiring goes through it in this order: parse with `schema`, ask
 * `policy` (pure), `handle` (which mutates), acknowledge, broadcast.
 */
export type Row<Schema extends z.ZodMiniType, Caller, Answer> = {
  schema: Schema;
  policy(caller: Caller, request: z.output<Schema>): Code | null;
  handle(request: z.output<Schema>, caller: Caller, services: Services): Promise<Handled<Answer>>;
};

/** The page of a person: knows at most one mailbox, and nothing of who they are. */
export type HelpConnection = {
  mailboxId(): MailboxId | null;
  /** From now on this connection hears what is for this mailbox. */
  attach(mailboxId: MailboxId): void;
  /** Room for one more waiting chat of this connection's place; null when it has its share. */
  reservePlace(): Reserved | null;
};

export type HelpRow<E extends HelpEvent> = Row<HelpRequests[E], HelpConnection, HelpAnswers[E]>;
export type TeamRow<E extends TeamEvent> = Row<TeamRequests[E], Actor, TeamAnswers[E]>;

/** A refusal that nobody else hears of. */
export function refused(code: Code): Handled<Refused> {
  return { answer: { ok: false, code }, effects: [] };
}

/** An answer that nobody else hears of. */
export function answered<Answer>(answer: Answer): Handled<Answer> {
  return { answer, effects: [] };
}
