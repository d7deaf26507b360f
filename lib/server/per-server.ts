import type { ServerDeps } from './deps.ts';

/**
 * Something in memory that belongs to one running server: two servers in one process (tests) share
 * nothing, and a handler needs no second argument to find it.
 * @param make called once for each server, at first use
 */
export function perServer<T>(make: (deps: ServerDeps) => T): (deps: ServerDeps) => T {
  const made = new WeakMap<ServerDeps, T>();
  return (deps) => {
    const known = made.get(deps);
    if (known !== undefined) return known;
    const fresh = make(deps);
    made.set(deps, fresh);
    return fresh;
  };
}
