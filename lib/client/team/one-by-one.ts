/**
 * Never two at once: an answer that was overtaken would take the directory back. Who asks while one is
 * running gets the result of the next, which begins after it.
 */
export function oneByOne<T>(act: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  return () => {
    if (next) return next;
    const mine = running.then(() => {
      next = null;
      return act();
    });
    next = mine;
    running = mine.catch(() => {});
    return mine;
  };
}
