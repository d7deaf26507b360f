import { useSyncExternalStore } from 'react';

/** The rooms of the office; each is a link within the page, so the opened keys stay. */
export const officePlaces = ['people', 'hours', 'keys', 'signals', 'units', 'audit'] as const;
export type OfficePlace = (typeof officePlaces)[number];

const placeOf = (hash: string): OfficePlace =>
  officePlaces.find((place) => hash === `#${place}`) ?? 'people';

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** Which room the address names. */
export function useOfficePlace(): OfficePlace {
  return useSyncExternalStore(
    subscribe,
    () => placeOf(location.hash),
    () => 'people',
  );
}
