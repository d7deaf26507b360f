/** Runs what belongs to one key one after another, and different keys side by side. */
export type Lanes = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
};

/**
 * [Note: Lanes] The database decides who wins; lanes decide in which order people hear of it. Without
 * them a frame could be told to the whole team after one of them took the chat, or overtake the answer
 * that came before it.
 */
export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, work) {
      const before = last.get(key);
      const mine = (before ?? Promise.resolve()).then(work, work);
      last.set(key, mine);
      try {
        return await mine;
      } finally {
        if (last.get(key) === mine) last.delete(key);
      }
    },
  };
}
