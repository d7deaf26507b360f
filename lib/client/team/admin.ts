import type { AdminCert } from '#lib/crypto/organisation/certificate-admin.ts';
import { adminKeyIdOf } from '#lib/crypto/organisation/certificate-layout.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { TeamSession } from './team-session.ts';

/** The certificate of this member's ADMIN key, also when it has ended; null when there is none. */
export function ownAdmin(session: TeamSession): AdminCert | null {
  const { adminSeed } = session.vault();
  if (!adminSeed) return null;
  const id = toHex(adminKeyIdOf(signingPublicKey(adminSeed)));
  const { admins, revokedAdmins } = session.directory();
  return revokedAdmins.has(id) ? null : (admins.get(id) ?? null);
}

/** The same, if it counts today: then this member can certify, renew, suspend and publish. */
export function activeAdmin(session: TeamSession): AdminCert | null {
  const cert = ownAdmin(session);
  return cert && dayOf(session.now()) < cert.notAfter ? cert : null;
}
