import { afterAll, expect } from 'vitest';

/**
 * Counts how often a property reached the branches that make it worth running, prints the counts
 * and fails if one was never reached: a property that only meets boring cases proves nothing.
 */
export function tally(name: string, ...branches: string[]): (branch: string) => void {
  const counts = new Map(branches.map((branch) => [branch, 0]));
  afterAll(() => {
    process.stdout.write(`${name}: ${JSON.stringify(Object.fromEntries(counts))}\n`);
    for (const [branch, count] of counts) expect(count, `${name}: ${branch}`).toBeGreaterThan(0);
  });
  return (branch) => {
    counts.set(branch, (counts.get(branch) ?? 0) + 1);
  };
}
