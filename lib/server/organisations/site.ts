import { siteFile } from '#lib/protocol/site-layout.ts';
import { hourOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { perServer } from '../per-server.ts';
import { readSiteSources } from './data.ts';
import { bundleAt } from './policy.ts';

type Kept = { hour: number; bytes: Promise<Uint8Array> };

/** One answer for everybody, kept in memory. Epochs begin on the hour, so it is good for one hour. */
const keptOf = perServer((): { site: Kept | null } => ({ site: null }));

/** Something public changed: the next one who asks gets it made anew. */
export function forgetSite(deps: ServerDeps): void {
  keptOf(deps).site = null;
}

/** The bytes of `/site.bin` at this hour: the same for everyone, so that asking says nothing. */
export function readSite(deps: ServerDeps): Promise<Uint8Array> {
  const kept = keptOf(deps);
  const hour = hourOf(deps.now());
  if (kept.site?.hour === hour) return kept.site.bytes;
  const bytes = makeSite(deps, hour);
  const made = { hour, bytes };
  kept.site = made;
  // A database that does not answer now may answer the next one who asks.
  bytes.catch(() => {
    if (kept.site === made) kept.site = null;
  });
  return bytes;
}

async function makeSite(deps: ServerDeps, hour: number): Promise<Uint8Array> {
  const { siteId, sources } = await readSiteSources(deps.database);
  const parts = sources.map((source) => ({
    siteEntry: source.siteEntry,
    adminCert: source.adminCert,
    teamBundle: bundleAt(source, hour),
  }));
  return siteFile(siteId, parts);
}
