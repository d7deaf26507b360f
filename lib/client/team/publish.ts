import { adminCertBytes } from '#lib/crypto/organisation/certificate-admin.ts';
import { issueSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import { activeAdmin } from './admin.ts';
import type { Changed, TeamSession } from './team-session.ts';

/**
 * Publishes a newer public record (name, countries, languages, hours), signed with this supervisor's
 * ADMIN. `stale`: a colleague published in between; what they wrote has been read and is shown now.
 */
export async function publishSettings(
  session: TeamSession,
  settings: SiteSettings,
): Promise<Changed> {
  const admin = activeAdmin(session);
  const { adminSeed, roots } = session.vault();
  if (!admin || !adminSeed) return { ok: false, code: 'not_allowed' };
  const version = session.organisation().site.version + 1;
  const record = { roots, version, settings: utf8(JSON.stringify(settings)) };
  const answer = await session.portal.request('organisation:publish', {
    siteEntry: issueSiteEntry(record, adminSeed),
    adminCert: adminCertBytes(admin),
  });
  const read = await session.refresh();
  return answer.ok ? read : answer;
}
