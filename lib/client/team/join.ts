import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import type { AccountAnswers } from '#lib/protocol/account-routes.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import type { Http } from '../portal/http.ts';
import { type AccountChoice, newMemberKeys, sealAccount } from './account.ts';
import type { KeyWork } from './key-work.ts';
import type { MemberIdentity } from './member-identity.ts';
import { rootsOf } from './site-roots.ts';
import type { Changed, Surroundings } from './team-session.ts';
import { wipeVault } from './wipe-vault.ts';

/** What the page that waits for approval asks with. */
export type ApprovalWatch = Pick<AccountAnswers['POST /api/join'], 'memberId' | 'watch'>;

export type Joined =
  | { ok: true; identity: MemberIdentity; roots: OrgRoots; watch: ApprovalWatch }
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
  const { memberId, watch } = answer;
  return { ok: true, identity: member.identity, roots, watch: { memberId, watch } };
}
