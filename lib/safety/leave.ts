/**
 * What leaving does, in this order. Covering comes first, since eyes are faster than everything else;
 * going away comes last, since nothing runs after it.
 */
export type LeaveSteps = {
  cover: () => void;
  blankTitle: () => void;
  tellServer: () => void;
  closeSocket: () => void;
  dropKeysAndMessages: () => void;
  dropPage: () => void;
  goAway: () => void;
};

/**
 * Runs every step at once and never waits. An error in one step never stops the next: a person who has
 * to leave cannot do anything about it.
 * @returns the names of steps that failed, for tests; nobody is told.
 */
export function leave(steps: LeaveSteps): (keyof LeaveSteps)[] {
  const order: (keyof LeaveSteps)[] = [
    'cover',
    'blankTitle',
    'tellServer',
    'closeSocket',
    'dropKeysAndMessages',
    'dropPage',
    'goAway',
  ];
  return order.filter((name) => {
    try {
      steps[name]();
      return false;
    } catch {
      return true;
    }
  });
}
