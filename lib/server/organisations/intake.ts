import type { Code } from '#lib/protocol/codes.ts';
import { openness } from '#lib/protocol/hours/opening-hours.ts';
import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import type { Hours } from '#lib/protocol/site-settings.ts';
import type { ServerDeps } from '../deps.ts';
import { isOnDuty } from '../duty/announce.ts';
import { perServer } from '../per-server.ts';
import { readSettings } from './read-settings.ts';

/** Hours as their organisation signed them; null: it says none. */
const hoursOf = perServer(() => new Map<string, Promise<Hours | null>>());

/** An organisation published other hours. */
export function forgetHours(deps: ServerDeps, organisationId: string): void {
  hoursOf(deps).delete(organisationId);
}

function readHours(deps: ServerDeps, id: string): Promise<Hours | null> {
  const all = hoursOf(deps);
  const known = all.get(id);
  if (known) return known;
  const read = deps.database.organisation
    .findUnique({ where: { id }, select: { siteEntry: true } })
    .then((found) => {
      const site = found && readSiteEntry(found.siteEntry);
      return (site && readSettings(site.settings)?.hours) ?? null;
    });
  all.set(id, read);
  read.then(
    (hours) => hours === null && all.delete(id),
    () => all.delete(id),
  );
  return read;
}

/**
 * Why nobody new may begin at an organisation now: it is closed or about to close by its own hours, or
 * nobody is on duty. Whoever waits already is not asked.
 */
export async function intakeRefusal(
  deps: ServerDeps,
  organisationId: string,
): Promise<Extract<Code, 'not_open' | 'nobody_on_duty'> | null> {
  const hours = await readHours(deps, organisationId);
  if (hours !== null && !openness(hours, deps.now()).open) return 'not_open';
  return (await isOnDuty(deps, organisationId)) ? null : 'nobody_on_duty';
}
