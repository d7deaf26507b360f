import { parseAdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { checkSiteEntry, parseSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { equalBytes, toHex } from '#lib/crypto/primitives/bytes.ts';
import { hoursOfDays } from '#lib/crypto/primitives/time-units.ts';
import { readSiteSettings } from '#lib/protocol/read-site-settings.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { EarlierRecordView } from '#lib/protocol/team/organisation-events.ts';
import { orNull } from '../../desk/or-null.ts';
import { readJson } from '../../site/organisation.ts';

/**
 * The terms of a record that an admin of these roots signed, whenever that was; null for any other. The admin
 * may be revoked since: old terms only tell which text stood on a card, and nobody receives anything who is not
 * among the units of today.
 */
function termsOf({ siteEntry, adminCert }: EarlierRecordView, roots: OrgRoots): SignalTerms | null {
  return orNull(() => {
    const entry = parseSiteEntry(siteEntry);
    const admin = parseAdminCert(adminCert);
    if (fingerprint(entry.roots) !== fingerprint(roots)) return null;
    if (!equalBytes(entry.roots.orgId, roots.orgId)) return null;
    checkSiteEntry(entry, admin, hoursOfDays(admin).notBefore);
    return readSiteSettings(readJson(entry.settings))?.signals ?? null;
  });
}

/**
 * What was in force before, for each organisation whose roots are known, by id and newest first. What is not
 * signed by one of its admins is left out.
 */
export function earlierTerms(
  records: readonly EarlierRecordView[],
  organisations: readonly OrgRoots[],
): ReadonlyMap<string, readonly SignalTerms[]> {
  return new Map(
    organisations.map((roots) => [
      toHex(roots.orgId),
      records.flatMap((record) => termsOf(record, roots) ?? []),
    ]),
  );
}
