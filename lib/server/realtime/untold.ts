import type { Mailbox } from '../mailboxes/types.ts';

/**
 * [Note: Untold] A step can be stored although its request failed: the line to the database broke behind the
 * commit, or a read after it did. Whoever asked asks again and finds it done; what the others have to learn of
 * it is told then, and told once. Kept in memory: after a restart every page and desk reads anew.
 */
export type Untold<Before> = {
  /** This is about to be stored. @param before as it is until then */
  begin(id: string, before: Before): void;
  /** As it was before a step of which nobody may have heard; null when nothing is owed. */
  owed(id: string): Before | null;
  /** The others are told now, or nothing was stored. */
  settle(id: string): void;
};

/** One for each kind of step: they do not settle one another. */
export type UntoldSteps = {
  /**
   * A step that says itself whether it was there before, by the id of its frame or mailbox. One whose own request
   * failed behind the commit counts as new when it is asked again: nobody was told of it.
   */
  once<Step extends { ok: true; isNew: boolean } | { ok: false }>(
    id: string,
    step: () => Promise<Step>,
  ): Promise<Step>;
  opened: Untold<true>;
  taken: Untold<Mailbox>;
  ended: Untold<Mailbox>;
  deleted: Untold<Mailbox>;
};

export function createUntoldSteps(): UntoldSteps {
  const said = createUntold<true>(1000);
  return {
    async once(id, step) {
      const isOwed = said.owed(id) !== null;
      said.begin(id, true);
      const done = await step();
      said.settle(id);
      return done.ok && isOwed ? { ...done, isNew: true } : done;
    },
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
    begin(id, before) {
      steps.delete(id);
      steps.set(id, before);
      if (steps.size <= capacity) return;
      for (const oldest of steps.keys()) {
        steps.delete(oldest);
        return;
      }
    },
    owed: (id) => steps.get(id) ?? null,
    settle: (id) => void steps.delete(id),
  };
}
