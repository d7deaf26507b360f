import type { Frame } from '#lib/protocol/frames.ts';
import { ackDue } from '../ticks/ack-schedule.ts';
import type { ChatState, OutboxItem } from './chat-state.ts';
import { isResume } from './resume.ts';

/** The one thing that a conversation does next. */
export type Work =
  | { type: 'receive' }
  /** The person begins a new session: claimed again, with the archive going on. */
  | { type: 'resume'; frame: Frame }
  | { type: 'clear' }
  | { type: 'send'; item: OutboxItem }
  | { type: 'end' }
  /** The end without a word, where nothing may be said: by the server alone. */
  | { type: 'close' }
  | { type: 'ack' }
  | { type: 'typing' };

// In its turn; in quarantine, where nothing in front of it can be taken in, at once.
function resumeIn({ alarm, phase, inbox, held }: ChatState): Frame | undefined {
  if (phase === 'ended') return undefined;
  const looked = alarm === 'quarantine' ? inbox : inbox.slice(0, 1);
  return looked.find((frame) => isResume(held, frame));
}

/**
 * What to do now; null for nothing. Receiving comes first, so that what we send acknowledges it; but not
 * twice in a row before a text that waits, or somebody who writes without a pause would never be answered.
 * @param now ms
 * @param last what was done before, if anything
 */
export function nextWork(
  state: ChatState,
  now: number,
  last: Work['type'] | null = null,
): Work | null {
  const isRepairable = state.alarm === null || state.alarm === 'quarantine';
  const frame = isRepairable ? resumeIn(state) : undefined;
  if (state.alarm !== null) {
    if (frame) return { type: 'resume', frame };
    return state.phase === 'ending' ? { type: 'close' } : null;
  }
  // Somebody stands behind them: nothing else may go first.
  if (state.clearing && state.phase === 'open') return { type: 'clear' };
  const [item] = state.phase === 'ended' ? [] : state.outbox;
  const ownTurn = last === 'receive' && item !== undefined;
  if (frame) return { type: 'resume', frame };
  if (state.inbox.length > 0 && !ownTurn) return { type: 'receive' };
  if (state.phase === 'ended') return null;
  if (item) return { type: 'send', item };
  if (state.phase === 'ending') return { type: 'end' };
  const due = ackDue(state.acks, now);
  if (due !== null && due <= now) return { type: 'ack' };
  return state.typing.wanted ? { type: 'typing' } : null;
}

/** When to look again without anything having happened, in ms of the same clock; null for never. */
export function nextLook(state: ChatState, now: number): number | null {
  return state.phase === 'open' && state.alarm === null ? ackDue(state.acks, now) : null;
}
