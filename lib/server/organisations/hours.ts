import { type Openness, openness } from '#lib/protocol/hours/opening-hours.ts';
import { readSiteEntry } from '#lib/protocol/site-layout.ts';
import type { Hours } from '#lib/protocol/site-settings.ts';
import type { ServerDeps } from '../deps.ts';
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

/** Whether an organisation is open now by its own hours; null: it says none. */
export async function opennessNow(
  deps: ServerDeps,
  organisationId: string,
): Promise<Openness | null> {
  const hours = await readHours(deps, organisationId);
  return hours && openness(hours, deps.now());
}
