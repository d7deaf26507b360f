import { toHex } from '#lib/crypto/bytes.ts';
import { fingerprint } from '#lib/crypto/fingerprint.ts';
import { hourOf } from '#lib/crypto/time-units.ts';
import { ownAdmin } from '../team/admin.ts';
import { epochsCoveredUntil } from '../team/epoch-plan.ts';
import { isMemberCert } from '../team/team-devices.ts';
import type { TeamSession } from '../team/team-session.ts';

/** What "Keys" shows; days are whole days since 1970. */
export type KeyFacts = {
  fingerprint: string;
  /** How many days people can still write without anybody signing in. */
  daysAhead: number;
  lastDay: number;
  certificates: readonly { id: string; name: string; until: number }[];
  /** Last day of this member's right to certify; null when there is none. */
  adminUntil: number | null;
  /** The right to certify has ended, or does within two months. */
  adminNeeded: boolean;
  /** How many root keys of the kit it takes. */
  rootsNeeded: number;
};

const RENEW_ADMIN_DAYS = 60;

/** Reads them out of the checked directory. */
export function keyFacts(session: TeamSession): KeyFacts {
  const directory = session.directory();
  const hour = hourOf(session.now());
  const until = epochsCoveredUntil(directory, hour);
  const adminUntil = ownAdmin(session)?.notAfter ?? null;
  return {
    fingerprint: fingerprint(directory.roots),
    daysAhead: Math.floor((until - hour) / 24),
    lastDay: Math.floor(until / 24),
    certificates: [...directory.devices.values()]
      .filter((cert) => isMemberCert(cert) && !directory.revokedDevices.has(toHex(cert.deviceId)))
      .map((cert) => ({
        id: toHex(cert.deviceId),
        name: cert.displayName,
        until: cert.notAfter,
      })),
    adminUntil,
    adminNeeded: adminUntil === null || adminUntil - Math.floor(hour / 24) < RENEW_ADMIN_DAYS,
    rootsNeeded: directory.roots.threshold,
  };
}
