import { teamEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { limits } from '#lib/protocol/limits.ts';
import { ownAdmin } from '../team/admin.ts';
import { epochsCoveredUntil } from '../team/epoch-plan.ts';
import { isMemberCert } from '../team/team-devices.ts';
import type { TeamSession } from '../team/team-session.ts';

/** What "Keys" shows; days are whole days since 1970. */
export type KeyFacts = {
  fingerprint: string;
  /** How many days people can still write without anybody signing in. */
  daysAhead: number;
  /** Last day of the newest team key. */
  lastDay: number;
  /** When the certificates behind the team keys end, if that is sooner; else null. */
  certificatesEnd: number | null;
  certificates: readonly { id: string; name: string; until: number }[];
  /** Last day of this member's right to certify; null when there is none. */
  adminUntil: number | null;
  /** The right to certify has ended, or does within two months. */
  adminNeeded: boolean;
  /** How many root keys of the kit it takes. */
  rootsNeeded: number;
};

/** Certificates name the day that is no longer covered; people are told the one before. */
export const lastDayOf = ({ notAfter }: { notAfter: number }): number => notAfter - 1;

const RENEW_ADMIN_DAYS = 60;

/** Reads them out of the checked directory. */
export function keyFacts(session: TeamSession): KeyFacts {
  const directory = session.directory();
  const hour = hourOf(session.now());
  const until = epochsCoveredUntil(directory, hour);
  const certificatesEnd = signersEnd(directory);
  const admin = ownAdmin(session);
  const adminUntil = admin && lastDayOf(admin);
  return {
    fingerprint: fingerprint(directory.roots),
    daysAhead: Math.max(0, Math.floor((Math.min(until, certificatesEnd * 24) - hour) / 24)),
    lastDay: Math.floor((until - 1) / 24),
    certificatesEnd: certificatesEnd * 24 < until ? certificatesEnd - 1 : null,
    certificates: [...directory.devices.values()]
      .filter((cert) => isMemberCert(cert) && !directory.revokedDevices.has(toHex(cert.deviceId)))
      .map((cert) => ({
        id: toHex(cert.deviceId),
        name: cert.displayName,
        until: lastDayOf(cert),
      })),
    adminUntil,
    adminNeeded: adminUntil === null || adminUntil - Math.floor(hour / 24) < RENEW_ADMIN_DAYS,
    rootsNeeded: directory.roots.threshold,
  };
}

/** The first day on which a certificate that signed a coming team key has ended; days since 1970. */
function signersEnd(directory: Directory): number {
  const epochs = teamEpochsOf(directory, directory.roots.orgId).slice(-limits.epochsAhead);
  const ends = epochs.flatMap(({ signerDevice }) => {
    const id = toHex(signerDevice);
    const cert = directory.revokedDevices.has(id) ? undefined : directory.devices.get(id);
    return cert ? [cert.notAfter] : [];
  });
  return ends.length === 0 ? 0 : Math.min(...ends);
}
