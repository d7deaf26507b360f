import { type SitePart, siteFile } from '#lib/protocol/site-layout.ts';
import { hourOf } from '../days.ts';
import type { ServerDeps } from '../deps.ts';
import { isOnDuty } from '../duty/announce.ts';
import { perServer } from '../per-server.ts';
import { readSiteSources } from './data.ts';
import { bundleAt } from './policy.ts';

type Signed = Omit<SitePart, 'onDuty'> & { id: string };
type Read = { siteId: Uint8Array; parts: readonly Signed[] };
type Kept = {
  hour: number;
  read: Promise<Read>;
  made: { duties: string; bytes: Uint8Array } | null;
};

/** One answer for everybody, kept in memory. Epochs begin on the hour, so it is good for one hour. */
const keptOf = perServer((): { site: Kept | null } => ({ site: null }));

/** Something public changed: the next one who asks gets it made anew. */
export function forgetSite(deps: ServerDeps): void {
  keptOf(deps).site = null;
}

/**
 * The bytes of `/site.bin` at this hour: the same for everyone, so that asking says nothing. Beside what is
 * signed stands whether each organisation is on duty: yes or no, not who and not how many.
 */
export async function readSite(deps: ServerDeps): Promise<Uint8Array> {
  const kept = keep(deps);
  const { siteId, parts } = await kept.read;
  const onDuty = await Promise.all(parts.map(({ id }) => isOnDuty(deps, id)));
  const duties = onDuty.join();
  if (kept.made?.duties === duties) return kept.made.bytes;
  const bytes = siteFile(
    siteId,
    parts.map((part, i) => ({ ...part, onDuty: onDuty[i] ?? false })),
  );
  kept.made = { duties, bytes };
  return bytes;
}

function keep(deps: ServerDeps): Kept {
  const kept = keptOf(deps);
  const hour = hourOf(deps.now());
  if (kept.site?.hour === hour) return kept.site;
  const fresh: Kept = { hour, read: readSigned(deps, hour), made: null };
  kept.site = fresh;
  // A database that does not answer now may answer the next one who asks.
  fresh.read.catch(() => {
    if (kept.site === fresh) kept.site = null;
  });
  return fresh;
}

async function readSigned(deps: ServerDeps, hour: number): Promise<Read> {
  const { siteId, sources } = await readSiteSources(deps.database);
  const parts = sources.map((source) => ({
    id: source.id,
    siteEntry: source.siteEntry,
    adminCert: source.adminCert,
    teamBundle: bundleAt(source, hour),
  }));
  return { siteId, parts };
}
