/** Messages that were done within the measured time, and how long each took. */
export type WindowResult = { done: number; seconds: number };

export type WindowSize = { inFlight: number; warmUpSeconds: number; seconds: number };

/**
 * Keeps so many messages of each pair in flight, and counts those whose promise was kept while the
 * clock ran. What is in flight at the end is waited for, so that the next round starts from silence.
 */
export async function runWindow<Pair>(
  pairs: readonly Pair[],
  { inFlight, warmUpSeconds, seconds }: WindowSize,
  one: (pair: Pair) => Promise<void>,
): Promise<WindowResult> {
  let done = 0;
  let isRunning = true;
  const keepGoing = async (pair: Pair) => {
    while (isRunning) {
      await one(pair);
      done += 1;
    }
  };
  const lanes = Promise.all(
    pairs.flatMap((pair) => Array.from({ length: inFlight }, () => keepGoing(pair))),
  );
  const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time * 1000));
  const measured = async (): Promise<WindowResult> => {
    await pause(warmUpSeconds);
    const before = { done, at: performance.now() };
    await pause(seconds);
    const result = { done: done - before.done, seconds: (performance.now() - before.at) / 1000 };
    isRunning = false;
    return result;
  };
  const result = await Promise.race([measured(), lanes.then(() => null)]);
  await lanes;
  if (result === null) throw new Error('the lanes ended before their time');
  return result;
}
