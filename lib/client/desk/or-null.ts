import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';

/** What `open` returns, or null where the cryptography refuses. Bugs still throw. */
export function orNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof BadFrame) return null;
    throw error;
  }
}
