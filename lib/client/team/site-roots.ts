import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { openSite } from '#lib/crypto/organisation/site-file.ts';
import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import type { Http } from '../portal/http.ts';
import { pinnedFingerprints } from '../site/pinned.ts';

/** The roots of an organisation as `/site.bin` shows them; null when it does not list it. */
export async function rootsOf(
  http: Http,
  id: OrganisationId,
  now: number,
): Promise<OrgRoots | null> {
  const bytes = await http.site();
  if (!bytes) return null;
  try {
    const site = openSite(bytes, { nowHour: hourOf(now), pinned: pinnedFingerprints() });
    const found = site.organisations.find(({ entry }) => toHex(entry.roots.orgId) === id);
    return found?.entry.roots ?? null;
  } catch (error) {
    if (error instanceof BadFrame) return null;
    throw error;
  }
}
