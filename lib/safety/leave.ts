import { everyStep } from './every-step.ts';

/**
 * What leaving does, in this order. Covering comes first, since eyes are faster than everything else;
 * going away comes last, since nothing runs after it.
 */
export const leaveOrder = [
  'cover',
  'blankTitle',
  'tellServer',
  'closeSocket',
  /** Listeners of the chat on the window. */
  'stopListening',
  'dropKeysAndMessages',
  /** What the screens hold, the unsent message among it. */
  'dropScreens',
  /** What still stands in the document. */
  'dropPage',
  'goAway',
] as const;

export type LeaveStep = (typeof leaveOrder)[number];
export type LeaveSteps = Record<LeaveStep, () => void>;

/**
 * Runs every step at once and never waits. An error in one step never stops the next: a person who has
 * to leave cannot do anything about it.
 * @returns the names of steps that failed, for tests; nobody is told.
 */
export function leave(steps: LeaveSteps): LeaveStep[] {
  const failed = everyStep(leaveOrder.map((name) => () => steps[name]()));
  return leaveOrder.filter((_, position) => failed.includes(position));
}
