import { BadFrame } from '#lib/crypto/bad-frame.ts';
import { toHex } from '#lib/crypto/bytes.ts';
import type { OrgRoots } from '#lib/crypto/organisation-roots.ts';
import { openSite } from '#lib/crypto/site-file.ts';
import { hourOf } from '#lib/crypto/time-units.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import type { Http } from '../portal/http.ts';
import { pinnedFingerprints } from '../site/pinned.ts';
import { type AccountChoice, newMemberKeys, sealAccount } from './account.ts';
import type { KeyWork } from './key-work.ts';
import type { MemberIdentity } from './member-identity.ts';
import type { Changed, Surroundings } from './team-session.ts';
import { wipeVault } from './wipe-vault.ts';

export type Joined =
  | { ok: true; identity: MemberIdentity; roots: OrgRoots }
  | Extract<Changed, { ok: false }>;

/**
 * A new member's part: roots out of the public file, keys, account. Whether these are the right roots is
 * what the five words show, since they cover them.
 * @param token from the one-time link
 * @param adminSeed of a supervisor whose ADMIN is signed in the same sitting, by who holds the kit
 */
export async function join(
  { http, work, now, random }: Surroundings & { http: Http; work: KeyWork },
  token: string,
  organisationId: OrganisationId,
  choice: AccountChoice,
  adminSeed: Uint8Array | null = null,
): Promise<Joined> {
  const roots = await rootsOf(http, organisationId, now());
  if (!roots) return { ok: false, code: 'unavailable' };
  const member = newMemberKeys(choice.place, roots, now(), random);
  const vault = { ...member.vault, adminSeed };
  const account = await sealAccount(choice, { ...member, vault }, work, random);
  const answer = await http.post('POST /api/join', { token, account });
  wipeVault(vault);
  if (!answer.ok) return answer;
  return { ok: true, identity: member.identity, roots };
}

/** The roots of an organisation as `/site.bin` shows them; null when it does not list it. */
async function rootsOf(http: Http, id: OrganisationId, now: number): Promise<OrgRoots | null> {
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
