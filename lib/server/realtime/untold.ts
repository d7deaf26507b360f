import type { Mailbox } from '../mailboxes/types.ts';

/**
 * [Note: Untold] A step can be stored although its request failed: the line to the database broke behind the
 * commit, or a read after it did. Whoever asked asks again and finds it done; what the others have to learn of
 * it is told then, and told once. Kept in memory: after a restart every page and desk reads anew.
 */
export type Untold<Before> = {
  /** This is about to be stored. @param before as it is until then */
  begin(mailboxId: string, before: Before): void;
  /** As it was before a step of which nobody may have heard; null when nothing is owed. */
  owed(mailboxId: string): Before | null;
  /** The others are told now, or nothing was stored. */
  settle(mailboxId: string): void;
};

/** One for each kind of step: they do not settle one another. */
export type UntoldSteps = {
  opened: Untold<true>;
  taken: Untold<Mailbox>;
  ended: Untold<Mailbox>;
  deleted: Untold<Mailbox>;
};

export function createUntoldSteps(): UntoldSteps {
  return {
    opened: createUntold(1000),
    taken: createUntold(1000),
    ended: createUntold(1000),
    deleted: createUntold(1000),
  };
}

/** @param capacity beyond it the oldest is forgotten */
export function createUntold<Before>(capacity: number): Untold<Before> {
  const steps = new Map<string, Before>();
  return {
    begin(mailboxId, before) {
      steps.delete(mailboxId);
      steps.set(mailboxId, before);
      if (steps.size <= capacity) return;
      for (const oldest of steps.keys()) {
        steps.delete(oldest);
        return;
      }
    },
    owed: (mailboxId) => steps.get(mailboxId) ?? null,
    settle: (mailboxId) => void steps.delete(mailboxId),
  };
}
