/** Messages that were done, from silence to silence. */
export type WindowResult = { done: number; seconds: number };

export type WindowSize = { inFlight: number; warmUpSeconds: number; seconds: number };

/**
 * Keeps so many messages of each pair in flight for a while, and then waits for those on their way.
 * The time counts until the last one is done: messages of many steps are done in waves, and a clock that
 * stopped between two waves would count one too few or too many. Warm-up is a run of its own.
 */
export async function runWindow<Pair>(
  pairs: readonly Pair[],
  { inFlight, warmUpSeconds, seconds }: WindowSize,
  one: (pair: Pair) => Promise<void>,
): Promise<WindowResult> {
  await keepGoing(pairs, inFlight, warmUpSeconds, one);
  return keepGoing(pairs, inFlight, seconds, one);
}

async function keepGoing<Pair>(
  pairs: readonly Pair[],
  inFlight: number,
  seconds: number,
  one: (pair: Pair) => Promise<void>,
): Promise<WindowResult> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  let done = 0;
  const lane = async (pair: Pair) => {
    while (elapsed() < seconds) {
      await one(pair);
      done += 1;
    }
  };
  await Promise.all(pairs.flatMap((pair) => Array.from({ length: inFlight }, () => lane(pair))));
  return { done, seconds: elapsed() };
}
