import type { CounsellorResult } from '#lib/crypto/conversation/counsellor.ts';
import { wantsAck } from '#lib/crypto/messages/content.ts';
import { minuteOf } from '#lib/crypto/primitives/time-units.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import { owe } from '../ticks/ack-schedule.ts';
import { type ChatState, consentGround, type OutboxItem, type OwnMessage } from './chat-state.ts';
import { withFlags } from './off-the-table.ts';
import type { Means, Prepared } from './prepared.ts';
import { withConsentMessage } from './proposals.ts';
import { withOneQuestion } from './propose.ts';
import { isResume, resumeStep } from './resume.ts';
import { oneBatch, receiveStep } from './steps.ts';
import { addMarks, addNotice, addTheirs } from './thread.ts';

function takeResult(state: ChatState, result: CounsellorResult, now: number): ChatState {
  switch (result.type) {
    case 'message': {
      const { content, gap, seq, minute } = result.message;
      const thread = gap ? addNotice(state.thread, 'message_missing') : state.thread;
      const acks = wantsAck(content) ? owe(state.acks, now) : state.acks;
      if (content.type === 'text') {
        return { ...state, acks, thread: addTheirs(thread, seq, content.text, minute) };
      }
      if (content.type === 'prefs')
        return withFlags({ ...state, acks, thread, person: content.prefs });
      if (content.type === 'close') return { ...state, acks, thread, closedBy: 'person' };
      const ground = consentGround(state.held, seq);
      const proposals = withConsentMessage(state.proposals, 'person', content, ground);
      return withFlags(withOneQuestion({ ...state, acks, thread, proposals }));
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

/** Opens what has arrived, up to where a new session begins. */
export function receive(state: ChatState, { now, random }: Means): Prepared {
  const start = state.inbox.findIndex((frame, at) => at > 0 && isResume(state.held, frame));
  const frames = oneBatch(start > 0 ? state.inbox.slice(0, start) : state.inbox);
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

/** Claims the session that the person began, and says again what the one before did not bring across. */
export function resume(state: ChatState, frame: Frame, means: Means): Prepared {
  const { now, random, member } = means;
  const made = resumeStep(state, frame, member, minuteOf(now()), random);
  // Nobody's who held the session before: it goes the way of what cannot be read.
  if (!made) return receive({ ...state, inbox: [frame] }, means);
  const { step, opened } = made;
  const { acknowledged: delivered, read } = step.next.session;
  const stored = (current: ChatState): ChatState => {
    const said = opened.messages.reduce(
      (next, message) => takeResult(next, { type: 'message', message }, now()),
      current,
    );
    const again = current.unconfirmed.map((own) => sayAgain(own));
    return {
      ...said,
      alarm: null,
      thread: addMarks(addNotice(said.thread, 'repaired'), { delivered, read }),
      outbox: [...again, ...current.outbox.filter((item) => !item.again)],
    };
  };
  return { step, stored, over: (state) => state };
}

const sayAgain = ({ seq, inner }: OwnMessage): OutboxItem => ({
  ...{ id: `r${seq}`, text: '', minute: 0, again: inner },
});
