import type { CheckpointMark } from '#lib/crypto/conversation/checkpoint.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { ConversationView } from '#lib/protocol/team/conversation-events.ts';
import type { TeamAnswers, TeamEvent, TeamRequests } from '#lib/protocol/team-events.ts';
import type * as z from '#lib/protocol/zod.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import type { DeskMember } from './own-device.ts';
import type { ReleaseKey } from './store-signals.ts';

/** Clock, timers and randomness: what a test wants to hold in its hand. */
export type DeskMeans = {
  /** ms since 1970 */
  now: () => number;
  random: Random;
  /** Runs `work` after `ms`. @returns what takes it back */
  later: (ms: number, work: () => void) => () => void;
};

/** What the conversations of one desk share. */
export type DeskContext = DeskMeans & {
  member: DeskMember;
  /** Asks until the server has answered; `signed_out` when that cannot be any more. */
  ask: <E extends TeamEvent>(
    event: E,
    request: z.input<TeamRequests[E]>,
  ) => Promise<TeamAnswers[E]>;
  /** The conversation as stored now; null when it is not ours (any more). */
  read: (mailboxId: MailboxId) => Promise<ConversationView | null>;
  /** What the organisation decided about signals; null when it shares none. */
  signalTerms: () => SignalTerms | null;
  /** The key that signals are sealed to now; null when the organisation has none. */
  releaseKey: () => ReleaseKey | null;
  /** The newest stored checkpoint of a conversation. */
  remember: (mailboxId: MailboxId, mark: CheckpointMark) => void;
};

/** How long to wait before asking again when nobody said that the line is back, in ms. */
const RETRY_MS = 1500;

type Line = Pick<TeamPortal, 'request' | 'connection' | 'onConnection'>;

const isOver = (line: Line): boolean =>
  line.connection() === 'closed' || line.connection() === 'signed_out';

function lineOrPause(line: Line, means: DeskMeans): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stopListening();
      cancel();
      resolve();
    };
    const cancel = means.later(RETRY_MS, done);
    const stopListening = line.onConnection(done);
  });
}

/**
 * A request that is repeated, byte for byte, until the server has answered it. Only for requests
 * that may be repeated: frames keep their id and checkpoints their number.
 */
export function askingUntilAnswered(line: Line, means: DeskMeans): DeskContext['ask'] {
  return async (event, request) => {
    for (;;) {
      const answer = await line.request(event, request);
      const again = !answer.ok && (answer.code === 'unavailable' || answer.code === 'too_many');
      if (!again) return answer;
      if (isOver(line)) return { ok: false, code: 'signed_out' } as typeof answer;
      await lineOrPause(line, means);
    }
  };
}
