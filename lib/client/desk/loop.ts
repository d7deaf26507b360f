import type { DeskMeans } from './desk-context.ts';

/** How long to wait before something odd is tried again, in ms. */
export const ODD_MS = 1000;

/** Does what there is to do, never twice at a time. */
export type Loop = { wake: () => void; stop: () => void; isStopped: () => boolean };

/**
 * @param next begins the next thing; null when there is nothing to do now
 * @param lookAt when to look again without anything having happened, in ms of the clock; null for never
 */
export function createLoop(
  { now, later }: Pick<DeskMeans, 'now' | 'later'>,
  next: () => Promise<void> | null,
  lookAt: () => number | null,
): Loop {
  let running = false;
  let stopped = false;
  let cancel = () => {};

  async function run(): Promise<void> {
    running = true;
    let at: number | null;
    try {
      for (let work = next(); work; work = next()) await work;
      at = lookAt();
    } catch {
      // Whatever fails on this device, nobody may wait for ever for what is said next.
      at = now() + ODD_MS;
    }
    // At once behind the last look, or who wakes it just then would wait in vain.
    running = false;
    cancel();
    if (at !== null && !stopped) cancel = later(Math.max(0, at - now()), wake);
  }
  function wake(): void {
    if (!running && !stopped) void run();
  }
  return {
    wake,
    isStopped: () => stopped,
    stop() {
      stopped = true;
      cancel();
    },
  };
}
