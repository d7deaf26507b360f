import type { OrganisationId } from '#lib/protocol/ids.ts';
import type { Http } from '../portal/http.ts';
import { type AccountChoice, credentialsOf, newMemberKeys, sealAccount } from './account.ts';
import type { Joined } from './join.ts';
import type { KeyWork } from './key-work.ts';
import { rootsOf } from './site-roots.ts';
import type { Surroundings } from './team-session.ts';
import { wipeVault } from './wipe-vault.ts';

/**
 * Begins an account anew by a one-time link: password, second factor and all keys. Its id and names stay.
 * Nothing of the lost vault is in it, no ADMIN key either: the recovery kit makes a new one (reading d).
 * @param choice with the place and names that the link is for
 */
export async function renew(
  { http, work, now, random }: Surroundings & { http: Http; work: KeyWork },
  token: string,
  organisationId: OrganisationId,
  choice: AccountChoice,
): Promise<Joined> {
  const roots = await rootsOf(http, organisationId, now());
  if (!roots) return { ok: false, code: 'unavailable' };
  const member = newMemberKeys(choice.place, roots, now(), random);
  const account = await sealAccount(choice, member, work, random);
  wipeVault(member.vault);
  const credentials = credentialsOf(account);
  const answer = await http.post('POST /api/renew', { token, credentials });
  if (!answer.ok) return answer;
  const { memberId, watch } = answer;
  return { ok: true, identity: member.identity, roots, watch: { memberId, watch } };
}
