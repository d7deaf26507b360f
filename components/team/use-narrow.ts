import { useSyncExternalStore } from 'react';

/** As in desk.module.css: below this the desk is one column. */
const query = '(max-width: 52rem)';

function subscribe(listener: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

/** Whether list and chat take turns on this screen. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
