import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { type SiteOrganisation, siteSteps } from '#lib/crypto/organisation/site-file.ts';
import { fromUtf8, toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { readId } from '#lib/protocol/read-id.ts';
import { readSiteSettings } from '#lib/protocol/read-site-settings.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import { breathe } from './breathe.ts';
import { pinnedFingerprints } from './pinned.ts';

/** An organisation that passed every check, as the help side uses it. */
export type Organisation = Pick<
  SiteSettings,
  'name' | 'countries' | 'languages' | 'hours' | 'signals'
> & {
  id: OrganisationId;
  roots: OrgRoots;
  /** The team key to write to; null: no valid one, so the organisation is closed. */
  team: { teamId: Uint8Array; epoch: number; publicKey: Uint8Array } | null;
  /** The server's word that a counsellor and a supervisor are there; nobody signs it. */
  onDuty: boolean;
};

function organisationOf({ entry, team, onDuty }: SiteOrganisation): Organisation[] {
  const settings = readSiteSettings(readJson(entry.settings));
  if (!settings) return [];
  const epoch = team?.teamEpoch;
  return [
    {
      ...settings,
      id: readId<OrganisationId>(toHex(entry.roots.orgId)),
      roots: entry.roots,
      onDuty,
      team: epoch ? { teamId: epoch.teamId, epoch: epoch.epoch, publicKey: epoch.publicKey } : null,
    },
  ];
}

/** @returns null for what is no JSON */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(bytes));
  } catch {
    return null;
  }
}

/**
 * Reads `/site.bin` and keeps the organisations whose signatures hold (see `openSite`), with a breath for the page
 * after each.
 * @param now milliseconds since 1970
 * @returns null when the file as a whole is refused
 */
export async function organisationsOf(
  bytes: Uint8Array,
  now: number,
): Promise<Organisation[] | null> {
  const steps = siteSteps(bytes, { nowHour: hourOf(now), pinned: pinnedFingerprints() });
  try {
    let step = steps.next();
    while (!step.done) {
      await breathe();
      step = steps.next();
    }
    return step.value.organisations.flatMap(organisationOf);
  } catch {
    return null;
  }
}
