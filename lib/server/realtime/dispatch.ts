import type { Socket } from 'socket.io';
import type { Code } from '#lib/protocol/codes.ts';
import { eventSize } from '#lib/protocol/event-size.ts';
import { limits } from '#lib/protocol/limits.ts';
import type { z } from '#lib/protocol/zod.ts';
import type { CounterName } from '../counters.ts';
import { databaseHealthOf } from '../db/database-health.ts';
import { type BudgetSize, createBudget } from './budget.ts';
import { createLanes } from './lanes.ts';
import { reportFailure } from './report-failure.ts';
import type { Handled, Row, Services } from './types.ts';

type AnyRow<Caller> = Row<z.ZodMiniType, Caller, object>;

/** How a namespace differs from the other one. */
export type Wiring<Caller> = {
  table: Readonly<Record<string, AnyRow<Caller>>>;
  budget: BudgetSize;
  /** Who sends this event; null when their session ended. */
  caller(): Promise<Caller | null>;
  /** The mailbox an event is about, for its lane. */
  mailboxOf(request: unknown, caller: Caller): string | null;
};

const unavailable = { ok: false, code: 'unavailable' } as const;

const counterOf: Partial<Record<Code, CounterName>> = {
  malformed: 'event_malformed',
  unknown_event: 'event_unknown',
  too_many: 'event_too_many',
};

/** Whoever was not answered by then is told that it cannot be done now, and asks again; in ms. */
const answerMs = 3000;

/**
 * Listens to everything a connection sends. Whatever it is gets an answer, and the connection lives: an
 * unknown event, malformed or too large input, a missing acknowledgement. Nothing is logged but errors
 * of our own; the rest is counted by the hour.
 */
export function listen<Caller>(socket: Socket, wiring: Wiring<Caller>, services: Services): void {
  const { deps } = services;
  const hasBudget = createBudget(wiring.budget, deps.now);
  const lane = createLanes();

  socket.onAny((name: unknown, ...args: unknown[]) => {
    const event = String(name);
    const last = args.at(-1);
    const acknowledge = typeof last === 'function' ? last : () => undefined;
    const input = typeof last === 'function' ? args.slice(0, -1) : args;
    const answer = (body: object) => acknowledge(body);
    if (!hasBudget()) return answer(refuse('too_many'));
    // A page asks whether it is still heard (lib/client/portal/line-watch.ts); any answer will do.
    if (event === 'line:beat')
      return answer(databaseHealthOf(deps).isDown() ? unavailable : { ok: true });
    // Before it waits for those in front of it: what waits is held in memory.
    if (input.length > 1 || eventSize(input[0]) > limits.eventBytes) {
      return answer(refuse(Object.hasOwn(wiring.table, event) ? 'malformed' : 'unknown_event'));
    }
    const inTime = answerInTime(answer);
    services.realtime.track(lane.run('', () => attempt(event, input[0], inTime)));
  });

  /** A database that hangs must not keep anybody waiting; what is done late all the same is done once. */
  function answerInTime(answer: (body: object) => void): (body: object) => void {
    let answered = false;
    const once = (body: object) => {
      if (!answered) answer(body);
      answered = true;
    };
    const late = setTimeout(() => {
      databaseHealthOf(deps).suspect();
      once(unavailable);
    }, answerMs).unref();
    return (body) => {
      clearTimeout(late);
      once(body);
    };
  }

  async function attempt(event: string, input: unknown, answer: (body: object) => void) {
    try {
      await run(event, input, answer);
    } catch (error) {
      reportFailure(deps, error);
      databaseHealthOf(deps).suspect();
      answer(unavailable);
    }
  }

  function refuse(code: Code): object {
    deps.counters.add(counterOf[code] ?? 'event_refused');
    return { ok: false, code };
  }

  async function run(event: string, input: unknown, answer: (body: object) => void) {
    const row = Object.hasOwn(wiring.table, event) ? wiring.table[event] : undefined;
    if (row === undefined) return answer(refuse('unknown_event'));
    if (deps.isStopping()) return answer(refuse('unavailable'));
    const parsed = row.schema.safeParse(input);
    if (!parsed.success) return answer(refuse('malformed'));
    const caller = await wiring.caller();
    if (caller === null) {
      answer(refuse('signed_out'));
      socket.disconnect(true);
      return;
    }
    const code = row.policy(caller, parsed.data);
    if (code !== null) return answer(refuse(code));
    await inLane(wiring.mailboxOf(parsed.data, caller), async () => {
      finish(await row.handle(parsed.data, caller, services), answer);
    });
  }

  function inLane(mailboxId: string | null, work: () => Promise<void>): Promise<void> {
    return mailboxId === null ? work() : services.realtime.lanes.run(mailboxId, work);
  }

  function finish(handled: Handled<object>, answer: (body: object) => void): void {
    if ('code' in handled.answer) deps.counters.add('event_refused');
    answer(handled.answer);
    services.realtime.publish(handled.effects);
  }
}
