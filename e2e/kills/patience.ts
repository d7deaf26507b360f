/** After this long something that should have happened counts as lost, in ms. */
const PATIENCE_MS = 30_000;

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Waits for something to come true. @returns false when it did not in time; said on stderr */
export async function until(what: string, holds: () => boolean): Promise<boolean> {
  const end = Date.now() + PATIENCE_MS;
  while (!holds()) {
    if (Date.now() > end) {
      process.stderr.write(`waited in vain: ${what}\n`);
      return false;
    }
    await pause(20);
  }
  return true;
}
