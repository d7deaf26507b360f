import { dayOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { perServer } from '../per-server.ts';
import { realtimeOf } from '../realtime/realtime.ts';
import { eraseFreed } from './erase.ts';
import { isErasureDue } from './policy.ts';

/** When what was deleted is taken off the disk. */
export type Erasure = {
  /** Something was deleted: at the next quiet minute. */
  want(): void;
  /** Erases if it is time. @returns whether it did */
  look(): Promise<boolean>;
};

function createErasure(deps: ServerDeps): Erasure {
  // A process that ended in between may have left something behind, so the first one is always wanted.
  let isWanted = true;
  let lastDay = dayOf(deps.now());
  return {
    want() {
      isWanted = true;
    },
    async look() {
      const now = deps.now();
      const lastEvent = realtimeOf(deps).lastEvent();
      if (deps.isStopping() || !isErasureDue({ isWanted, lastDay, lastEvent, now })) return false;
      isWanted = false;
      lastDay = dayOf(now);
      try {
        await eraseFreed(deps.database);
        return true;
      } catch (error) {
        isWanted = true;
        deps.log.write({ event: 'task_failed', task: 'erasure', error });
        return false;
      }
    },
  };
}

/** The erasure of a running server. */
export const erasureOf = perServer(createErasure);

const lookEveryMilliseconds = 15_000;

/**
 * Looks for quiet minutes.
 * @returns what stops it, after an erasure that is running
 */
export function startErasing(deps: ServerDeps): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let isRunning = false;
  const timer = setInterval(() => {
    if (isRunning) return;
    isRunning = true;
    running = erasureOf(deps)
      .look()
      .finally(() => {
        isRunning = false;
      });
  }, lookEveryMilliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
