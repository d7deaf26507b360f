/**
 * Runs every step in its order, whatever any of them throws: of what has to be taken away, as much as
 * possible is.
 * @returns the positions of the steps that failed, for tests; nobody else is told
 */
export function everyStep(steps: readonly (() => void)[]): number[] {
  return steps.flatMap((step, position) => {
    try {
      step();
      return [];
    } catch {
      return [position];
    }
  });
}
