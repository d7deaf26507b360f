import type { ServerDeps } from '../deps.ts';
import { tellSupervisors } from '../members/tell-supervisors.ts';
import type { Effect } from '../realtime/effects.ts';
import { erasureOf } from '../retention/erasure.ts';
import { withdraw } from './mutations.ts';

/** Takes a consent back, and gives what supervisors have to learn of it; the same for one that never was. */
export async function takeBack(deps: ServerDeps, consentRef: Uint8Array): Promise<Effect[]> {
  const organisations = await withdraw(deps.database, consentRef);
  // Wanted every time: whether the disk is cleaned must not tell whether there was something.
  erasureOf(deps).want();
  const effects = await Promise.all(
    organisations.map((id) => tellSupervisors(deps.database, id, 'signal:changed', {})),
  );
  return effects.flat();
}
