/** After this long something that should have happened counts as lost, in ms. */
const PATIENCE_MS = 30_000;
/** Where something is wrong on purpose, it is waited for in vain; nobody learns more from half a minute. */
export const SHORT_PATIENCE_MS = 6000;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Waits for something to come true. @returns false when it did not in time; said on stderr */
export async function until(
  what: string,
  holds: () => boolean,
  patienceMs = PATIENCE_MS,
): Promise<boolean> {
  const end = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > end) {
      process.stderr.write(`waited in vain: ${what}\n`);
      return false;
    }
    await pause(20);
  }
  return true;
}
