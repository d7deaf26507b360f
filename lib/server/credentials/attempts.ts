import { perServer } from '../per-server.ts';

const free = 5;
const longestSeconds = 300;
const forgottenAfterMilliseconds = 24 * 3_600_000;
const mostNames = 20_000;

type Failures = { count: number; nextAt: number; last: number };

/**
 * How long an account waits after its `count`-th failure in a row: nothing for four, then
 * 1, 2, 4 … at most 300 seconds.
 */
export function delaySeconds(count: number): number {
  return count < free ? 0 : Math.min(longestSeconds, 2 ** (count - free));
}

/**
 * Failed sign-ins by login name, whether the name exists or not, so that the delay tells nothing.
 * Never by address: a whole shelter may share one. In memory: every attempt costs its proof of work,
 * and a restart gives five free ones.
 */
export type Attempts = {
  /**
   * Counts an attempt as failed before it is looked at, so that many at once gain nothing.
   * @returns seconds to wait when it may not be looked at now, else 0
   */
  begin(loginName: string): number;
  /** The attempt was right in full. */
  succeeded(loginName: string): void;
  /** The attempt was right so far, and the six digits were not sent: no failure. */
  takeBack(loginName: string): void;
};

export function createAttempts(now: () => number): Attempts {
  const failures = new Map<string, Failures>();

  function forgetOld() {
    for (const [name, failure] of failures) {
      if (failures.size <= mostNames && failure.last + forgottenAfterMilliseconds > now()) return;
      failures.delete(name);
    }
  }

  return {
    begin(loginName) {
      const before = failures.get(loginName) ?? { count: 0, nextAt: 0, last: 0 };
      if (before.nextAt > now()) return Math.ceil((before.nextAt - now()) / 1000);
      const count = before.count + 1;
      failures.delete(loginName);
      failures.set(loginName, {
        count,
        nextAt: now() + delaySeconds(count) * 1000,
        last: now(),
      });
      forgetOld();
      return 0;
    },
    succeeded(loginName) {
      failures.delete(loginName);
    },
    takeBack(loginName) {
      const before = failures.get(loginName);
      if (before === undefined) return;
      if (before.count <= 1) failures.delete(loginName);
      else failures.set(loginName, { ...before, count: before.count - 1, nextAt: now() });
    },
  };
}

/** The attempts that a running server has seen. */
export const attemptsOf = perServer((deps) => createAttempts(deps.now));
