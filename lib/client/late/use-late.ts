import { useEffect, useReducer } from 'react';

/** How long until code that did not come is asked for again, in ms. */
const RETRY_MS = 3000;

/** Code that is not part of the first page; `here` once it was loaded by anybody. */
export type Late<T> = { load: () => Promise<T>; readonly here: T | null };

/** @param load an `import()`, and what of it is needed; begun again as often as it fails */
export function late<T>(load: () => Promise<T>): Late<T> {
  let here: T | null = null;
  return {
    get here() {
      return here;
    },
    async load() {
      here ??= await load();
      return here;
    },
  };
}

/**
 * Code that comes once it is wanted, however often it has to be asked for: on a line that breaks, or beside a server
 * that starts again. `React.lazy` would throw where it is drawn, and take the whole page along: a chat and its keys.
 * @param wanted null: not yet
 * @returns null until it is here
 */
export function useLate<T>(wanted: Late<T> | null): T | null {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!wanted || wanted.here) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const run = async () => {
      try {
        await wanted.load();
        if (!stopped) draw();
      } catch {
        if (!stopped) timer = setTimeout(run, RETRY_MS);
      }
    };
    void run();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return wanted?.here ?? null;
}
