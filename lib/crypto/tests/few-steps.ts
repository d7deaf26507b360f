import type { chainStep } from '../conversation/chain.ts';

type Chain = { chainStep: typeof chainStep };

/** Far more than any test of this folder takes, and done in seconds. */
const MOST_STEPS = 100_000;

/**
 * `chain.ts` that gives up: a ratchet without its limit steps over four thousand million keys for one damaged number,
 * and a test that hangs says nothing. For `vi.mock`.
 */
export function fewSteps<C extends Chain>(chain: C): C {
  let steps = 0;
  return {
    ...chain,
    chainStep(key: Uint8Array) {
      steps += 1;
      if (steps > MOST_STEPS) throw new Error('stepped over too many keys');
      return chain.chainStep(key);
    },
  };
}
