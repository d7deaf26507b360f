import { wantsAck } from '#lib/crypto/content.ts';
import type { CounsellorResult } from '#lib/crypto/counsellor.ts';
import type { Random } from '#lib/crypto/random.ts';
import { acknowledged, acknowledgedByText, owe } from '../ticks/ack-schedule.ts';
import { type ChatState, consentGround, type OutboxItem } from './chat-state.ts';
import { withConsentMessage } from './proposals.ts';
import { checkpointAfter, newFrame, oneBatch, receiveStep, type Step, sendStep } from './steps.ts';
import { addMarks, addNotice, addTheirs, markStored } from './thread.ts';
import type { Work } from './work.ts';

/** A step and what becomes of the conversation when it is stored. */
export type Prepared = {
  step: Step;
  stored: (state: ChatState) => ChatState;
  /** The same when the conversation turned out to be over: nothing more can be stored. */
  over: (state: ChatState) => ChatState;
};

/** Clock and randomness, as they come in. */
export type Means = { now: () => number; random: Random };

const minuteOf = (ms: number): number => Math.floor(ms / 60_000);
const same = (state: ChatState): ChatState => state;

function takeResult(state: ChatState, result: CounsellorResult, now: number): ChatState {
  switch (result.type) {
    case 'message': {
      const { content, gap, seq, minute } = result.message;
      const thread = gap ? addNotice(state.thread, 'message_missing') : state.thread;
      const acks = wantsAck(content) ? owe(state.acks, now) : state.acks;
      if (content.type === 'text') {
        return { ...state, acks, thread: addTheirs(thread, seq, content.text, minute) };
      }
      if (content.type === 'prefs') return { ...state, acks, thread, person: content.prefs };
      if (content.type === 'close') return { ...state, acks, thread, closedBy: 'person' };
      const ground = consentGround(state.held);
      const proposals = withConsentMessage(state.proposals, 'person', content, ground);
      return { ...state, acks, thread, proposals };
    }
    case 'unreadable':
    case 'start':
      return { ...state, thread: addNotice(state.thread, 'message_unreadable') };
    case 'quarantined':
      return { ...state, alarm: 'quarantine' };
    case 'duplicate':
    case 'stale':
      return state;
  }
}

function receive(state: ChatState, { now, random }: Means): Prepared {
  const frames = oneBatch(state.inbox);
  const { step, results } = receiveStep(state.held, state.keys, frames, random);
  const ids = new Set(frames.map(({ frameId }) => frameId));
  const { acknowledged: delivered, read } = step.next.session;
  const apply = (current: ChatState): ChatState => {
    const taken = results.reduce((next, result) => takeResult(next, result, now()), current);
    return {
      ...taken,
      thread: addMarks(taken.thread, { delivered, read }),
      inbox: current.inbox.filter(({ frameId }) => !ids.has(frameId)),
      handled: new Set([...current.handled, ...ids]),
    };
  };
  // The last words of somebody who has gone are shown, even if they can no longer be stored.
  return { step, stored: apply, over: apply };
}

function send(state: ChatState, item: OutboxItem, { random }: Means): Prepared | null {
  const content = item.content ?? ({ type: 'text', text: item.text } as const);
  const message = { content, minute: item.minute, event: 'conversation:send' } as const;
  const sent = sendStep(state.held, state.keys, message, random);
  if (!sent.ok) return null;
  const stored = (current: ChatState): ChatState => ({
    ...current,
    outbox: current.outbox.filter(({ id }) => id !== item.id),
    thread: markStored(current.thread, item.id, sent.seq),
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

function end(state: ChatState, { now, random }: Means): Prepared {
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
  return { step: sent.ok ? sent.step : wordlessEnd(state, random), stored, over: same };
}

// A quarantined session may say nothing more, not even CLOSE; but the conversation must not stay
// open for ever. The server closes it on a frame that opens nowhere.
function wordlessEnd(state: ChatState, random: Random): Step {
  const { held, keys } = state;
  const { checkpoint, next } = checkpointAfter(held.session, keys, held.mark, random);
  const frame = newFrame(random(64), random);
  const request = { mailboxId: keys.mailboxId, frame, checkpoint, archive: [] };
  return { event: 'conversation:end', request, next };
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
export function prepare(state: ChatState, work: Work, means: Means): Prepared | null {
  switch (work.type) {
    case 'receive':
      return receive(state, means);
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
