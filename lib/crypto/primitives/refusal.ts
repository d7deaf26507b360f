import { BadFrame } from './bad-frame.ts';
import type { Steps } from './steps.ts';

/**
 * The result of `work`, or null where it refuses. Anything but a refusal is a bug and goes on:
 * it must not be mistaken for a wrong code or a closed organisation.
 */
export function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    return nullForRefusal(error);
  }
}

/** As `unlessRefused`, for work in steps. */
export function* unlessRefusedInSteps<T>(work: Steps<T>): Steps<T | null> {
  try {
    return yield* work;
  } catch (error) {
    return nullForRefusal(error);
  }
}

function nullForRefusal(error: unknown): null {
  if (error instanceof BadFrame) return null;
  throw error;
}
