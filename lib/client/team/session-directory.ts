import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { type AdminCert, parseAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { appendEntry, openDirectory } from '#lib/crypto/organisation/directory.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { rootsBytes } from '#lib/crypto/organisation/organisation-roots.ts';
import {
  checkSiteEntry,
  parseSiteEntry,
  type SiteEntry,
} from '#lib/crypto/organisation/site-entry.ts';
import { BadFrame, must } from '#lib/crypto/primitives/bad-frame.ts';
import { equalBytes, fromUtf8, toHex } from '#lib/crypto/primitives/bytes.ts';
import { type SiteSettings, siteSettings } from '#lib/protocol/site-settings.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import type { Changed } from './team-session.ts';

/** The directory and the public record of the organisation, both checked. */
export type Organisation = {
  directory: Directory;
  site: SiteEntry;
  settings: SiteSettings;
  /** The admin who signed the public record. */
  admin: AdminCert;
};

export type OrganisationReading =
  | { ok: true; organisation: Organisation }
  /** `refused`: what the server shows does not fit what this member knows. Nothing of it is used. */
  | { ok: false; code: 'refused' }
  | Extract<Changed, { ok: false }>;

/**
 * Reads the whole directory and checks it against what the vault remembers, fail closed: the roots, and
 * the newest (count, head) that was checked before.
 */
export async function readOrganisation(
  portal: TeamPortal,
  { roots, directory: mark }: VaultContent,
): Promise<OrganisationReading> {
  const answer = await portal.request('directory:read', { from: 0 });
  if (!answer.ok) return answer;
  return checked(() => {
    return withSite(openDirectory(roots, answer.entries, mark ?? undefined), answer);
  });
}

/** Reads what was appended since, and the public record of now. */
export async function readMore(
  portal: TeamPortal,
  { directory }: Organisation,
): Promise<OrganisationReading> {
  const answer = await portal.request('directory:read', { from: directory.count });
  if (!answer.ok) return answer;
  return checked(() => withSite(answer.entries.reduce(appendEntry, directory), answer));
}

function checked(read: () => Organisation): OrganisationReading {
  try {
    return { ok: true, organisation: read() };
  } catch (error) {
    if (error instanceof BadFrame) return { ok: false, code: 'refused' };
    throw error;
  }
}

function withSite(
  directory: Directory,
  record: { siteEntry: Uint8Array; adminCert: Uint8Array },
): Organisation {
  const site = parseSiteEntry(record.siteEntry);
  const admin = parseAdminCert(record.adminCert);
  must(equalBytes(rootsBytes(site.roots), rootsBytes(directory.roots)));
  must(!directory.revokedAdmins.has(toHex(admin.keyId)));
  // Whether the admin's year is over plays no part here: the office must open to renew it.
  checkSiteEntry(site, admin, admin.notBefore * 24);
  const settings = siteSettings.safeParse(JSON.parse(fromUtf8(site.settings)));
  must(settings.success);
  return { directory, site, admin, settings: settings.data };
}
