import { accountRoutes } from '#lib/protocol/account-routes.ts';
import { readAccountSecret } from '../accounts/data.ts';
import { fromBase64url, hmac, sameBytes, sha256, toBase64url } from '../credentials/tokens.ts';
import type { ServerDeps } from '../deps.ts';
import { defineRoute, type Route } from '../http/route.ts';

/**
 * What the page of somebody who waits may ask with, and nothing else: whether these very keys were approved. It is
 * computed and not stored, so it outlives a restart, and ends with the keys.
 * @param identity of the member, as stored
 * @returns base64url
 */
export async function approvalWatch(
  deps: ServerDeps,
  memberId: string,
  identity: Uint8Array,
): Promise<string> {
  const secret = await readAccountSecret(deps.database);
  return toBase64url(hmac(secret, `approval ${memberId} ${toBase64url(sha256(identity))}`));
}

const readApproval = defineRoute({
  method: 'POST',
  path: '/api/approval',
  body: { kind: 'json', maxBytes: 1024, schema: accountRoutes['POST /api/approval'] },
  origin: 'own',
  async handle({ body: { memberId, watch } }, deps) {
    const member = await deps.database.member.findUnique({
      where: { id: memberId },
      select: { identity: true, status: true },
    });
    // Computed for nobody as well: who asks about an id learns nothing from the time it takes.
    const right = await approvalWatch(deps, memberId, member?.identity ?? new Uint8Array(0));
    if (member === null || !sameBytes(fromBase64url(right), fromBase64url(watch)))
      return { kind: 'refused', code: 'wrong_credentials' };
    const body = { ok: true as const, approved: member.status === 'active' };
    return { kind: 'json', body };
  },
});

export const approvalRoutes: readonly Route[] = [readApproval];
