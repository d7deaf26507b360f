const dayMilliseconds = 86_400_000;

/** What an operator reads of a set-up link: how often it works, and the last day (UTC) on which it does. */
export function lastDayText(expiresDay: number): string {
  const day = new Date(expiresDay * dayMilliseconds).toISOString().slice(0, 10);
  return `this link works once, until the end of ${day}`;
}
