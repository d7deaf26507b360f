import type { Random } from '#lib/crypto/primitives/random.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import { acknowledged, acknowledgedByText } from '../ticks/ack-schedule.ts';
import { type ChatState, type OutboxItem, unconfirmedOf } from './chat-state.ts';
import { withFlags } from './off-the-table.ts';
import type { Means, Prepared } from './prepared.ts';
import { withConsentMessage } from './proposals.ts';
import { receive, resume } from './receive.ts';
import { resendStep, sendStep } from './steps.ts';
import { addNotice, markStored } from './thread.ts';
import type { Work } from './work.ts';

/** What moves a conversation one checkpoint forward. */
type StepWork = Exclude<Work, { type: 'close' }>;

const same = (state: ChatState): ChatState => state;

function sendAgain(state: ChatState, id: string, inner: Uint8Array, random: Random) {
  const step = resendStep(state.held, state.keys, inner, random);
  const stored = (current: ChatState): ChatState => ({
    ...current,
    outbox: current.outbox.filter((item) => item.id !== id),
  });
  return step && { step, stored, over: same };
}

function send(state: ChatState, item: OutboxItem, { random }: Means): Prepared | null {
  if (item.again) return sendAgain(state, item.id, item.again, random);
  const content = item.content ?? ({ type: 'text', text: item.text } as const);
  const message = { content, minute: item.minute, event: 'conversation:send' } as const;
  const sent = sendStep(state.held, state.keys, message, random);
  if (!sent.ok) return null;
  const stored = (current: ChatState): ChatState =>
    // A flag that was set while a question was on its way takes it back.
    withFlags({
      ...current,
      outbox: current.outbox.filter(({ id }) => id !== item.id),
      thread: markStored(current.thread, item.id, sent.seq),
      unconfirmed: unconfirmedOf(
        [...current.unconfirmed, { seq: sent.seq, inner: sent.inner }],
        current.thread,
      ),
      proposals: withConsentMessage(current.proposals, 'counsellor', content, null),
      acks: acknowledgedByText(current.acks),
      typing: { ...current.typing, wanted: false },
    });
  return { step: sent.step, stored, over: same };
}

function clear(state: ChatState, { now, random }: Means): Prepared | null {
  const message = {
    content: { type: 'clear' },
    minute: minuteOf(now()),
    event: 'conversation:send',
  } as const;
  const sent = sendStep(state.held, state.keys, message, random);
  if (!sent.ok) return null;
  const stored = (current: ChatState): ChatState => ({
    ...current,
    clearing: false,
    thread: addNotice(current.thread, 'screen_cleared'),
  });
  return { step: sent.step, stored, over: same };
}

function end(state: ChatState, { now, random }: Means): Prepared | null {
  const message = {
    content: { type: 'close' },
    minute: minuteOf(now()),
    event: 'conversation:end',
  } as const;
  const sent = sendStep(state.held, state.keys, message, random);
  const stored = (current: ChatState): ChatState => ({
    ...current,
    phase: 'ended',
    closedBy: current.closedBy ?? 'us',
  });
  if (!sent.ok) return null;
  const { step } = sent;
  const request = state.abusive ? { ...step.request, abusive: true } : step.request;
  return { step: { ...step, request }, stored, over: same };
}

function signal(state: ChatState, work: 'ack' | 'typing', { now, random }: Means): Prepared | null {
  const told = state.acks.shown;
  const content =
    work === 'typing'
      ? ({ type: 'typing' } as const)
      : ({ type: 'ack', read: told > state.acks.told ? told : null } as const);
  const message = { content, minute: 0, event: 'conversation:send' } as const;
  const sent = sendStep(state.held, state.keys, message, random);
  if (!sent.ok) return null;
  const stored = (current: ChatState): ChatState =>
    work === 'typing'
      ? { ...current, typing: { wanted: false, last: now() } }
      : { ...current, acks: acknowledged(current.acks, told, now()) };
  return { step: sent.step, stored, over: same };
}

/** Builds the step for a piece of work; null when the session cannot send any more. */
export function prepare(state: ChatState, work: StepWork, means: Means): Prepared | null {
  switch (work.type) {
    case 'receive':
      return receive(state, means);
    case 'resume':
      return resume(state, work.frame, means);
    case 'send':
      return send(state, work.item, means);
    case 'clear':
      return clear(state, means);
    case 'end':
      return end(state, means);
    case 'ack':
    case 'typing':
      return signal(state, work.type, means);
  }
}
