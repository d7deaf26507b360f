import { createStore, type WritableStore } from '../store.ts';
import type { Alerts } from './alerts.ts';

// In the memory of this page and never stored: a lock ends the session's desk, and whoever unlocks it
// again is called as they chose before. Somebody else who signs in here begins with their own.
const chosen = new Map<string, WritableStore<Alerts>>();

/** How a member wants to be called, for as long as this page is open. */
export function chosenAlerts(memberId: string): WritableStore<Alerts> {
  const known = chosen.get(memberId);
  if (known) return known;
  const made = createStore<Alerts>({ sound: true, notify: 'off' });
  chosen.set(memberId, made);
  return made;
}
