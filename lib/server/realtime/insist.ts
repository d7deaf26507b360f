import { setTimeout as pause } from 'node:timers/promises';
import type { ServerDeps } from '../deps.ts';
import { reportFailure } from './report-failure.ts';

/** Before each round, in ms. */
const pauses = [0, 200, 1000, 5000];

/**
 * Does what nobody will ask for again, for instance because whoever asked has left. Each piece by itself: one that
 * fails keeps no other from being done, and is tried again for a few seconds. Nothing is thrown.
 * @param pieces may each be done twice
 */
export async function insist(
  pieces: readonly (() => Promise<void>)[],
  deps: ServerDeps,
): Promise<void> {
  let left = pieces;
  for (const ms of pauses) {
    if (left.length === 0 || (ms > 0 && deps.isStopping())) return;
    await pause(ms);
    const failed: (() => Promise<void>)[] = [];
    for (const piece of left) {
      try {
        await piece();
      } catch (error) {
        reportFailure(deps, error);
        failed.push(piece);
      }
    }
    left = failed;
  }
}
