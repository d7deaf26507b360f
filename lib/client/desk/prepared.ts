import type { Random } from '#lib/crypto/primitives/random.ts';
import type { ChatState } from './chat-state.ts';
import type { DeskMember } from './own-device.ts';
import type { Step } from './steps.ts';

/** A step and what becomes of the conversation when it is stored. */
export type Prepared = {
  step: Step;
  stored: (state: ChatState) => ChatState;
  /** The same when the conversation turned out to be over: nothing more can be stored. */
  over: (state: ChatState) => ChatState;
};

/** Clock and randomness, as they come in. */
export type Means = { now: () => number; random: Random; member: DeskMember };
