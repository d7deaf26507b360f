import { readStartHeader, startFormOf } from '#lib/crypto/conversation/start-header.ts';
import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';
import type { WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';

/** The team epochs that people who wait wrote to; frames that are no intake count for nothing. */
export function waitingEpochs(waiting: readonly WaitingMailbox[]): ReadonlySet<number> {
  const frames = waiting.flatMap((mailbox) => mailbox.frames.map(({ blob }) => blob));
  return new Set(
    frames.filter((frame) => startFormOf(frame) === 'first').flatMap((frame) => epochOf(frame)),
  );
}

function epochOf(frame: Uint8Array): number[] {
  try {
    return [readStartHeader(frame).epoch];
  } catch (error) {
    if (error instanceof BadFrame) return [];
    throw error;
  }
}
