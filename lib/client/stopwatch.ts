/** What a stopwatch reads, in ms; both clocks of the page unless a test holds them. */
export type Clocks = { date: () => number; running: () => number };

const pageClocks: Clocks = { date: () => Date.now(), running: () => performance.now() };

/**
 * Starts a stopwatch that also counts the hours in which a computer or a phone sleeps. In some browsers the clock
 * of a page stands still then, and the date can be set back; the longer of both is believed.
 * @returns ms since the start, never below zero
 */
export function stopwatch({ date, running }: Clocks = pageClocks): () => number {
  const [day, tick] = [date(), running()];
  return () => Math.max(0, date() - day, running() - tick);
}
