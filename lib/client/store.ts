/** A value that screens may watch, outside React: fits `useSyncExternalStore`. */
export type Store<T> = {
  getSnapshot: () => T;
  /** @returns what stops listening */
  subscribe: (listener: () => void) => () => void;
};

/** The side of a store that may change it. */
export type WritableStore<T> = Store<T> & { set: (next: T) => void };

/** A store that tells its listeners only when the value is another one. */
export function createStore<T>(initial: T): WritableStore<T> {
  const listeners = new Set<() => void>();
  let value = initial;
  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
  };
}
