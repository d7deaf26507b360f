import { BadFrame } from './bad-frame.ts';

/**
 * The result of `work`, or null where it refuses. Anything but a refusal is a bug and goes on:
 * it must not be mistaken for a wrong code or a closed organisation.
 */
export function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof BadFrame) return null;
    throw error;
  }
}
