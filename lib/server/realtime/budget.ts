/** How many events a connection may send at once, and how many more each second. */
export type BudgetSize = { atOnce: number; eachSecond: number };

/**
 * A page flushes its outbox after a lost connection, a desk confirms and answers several chats at once;
 * beyond that it is a program that floods.
 */
export const helpBudget: BudgetSize = { atOnce: 400, eachSecond: 20 };
export const teamBudget: BudgetSize = { atOnce: 2000, eachSecond: 200 };

/** @returns a function that says whether one more event fits, and counts it. */
export function createBudget({ atOnce, eachSecond }: BudgetSize, now: () => number): () => boolean {
  let left = atOnce;
  let at = now();
  return () => {
    const time = now();
    // A clock that was set back takes nothing away.
    left = Math.min(atOnce, left + (Math.max(0, time - at) / 1000) * eachSecond);
    at = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
