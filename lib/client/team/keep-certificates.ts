import { type DeviceCert, issueDeviceCert } from '#lib/crypto/organisation/certificate-device.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import { activeAdmin } from './admin.ts';
import { appendAll } from './append.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** Certificates are issued for two weeks and renewed in the second (reading d). */
export const CERT_DAYS = 14;
const RENEW_DAYS = 7;

/** The certificates that need a new one. @param today days since 1970 */
export const endingCerts = (certs: Iterable<DeviceCert>, today: number): readonly DeviceCert[] =>
  [...certs].filter(({ notAfter }) => notAfter - today < RENEW_DAYS);

/** A supervisor's client renews the certificates of everybody who did not leave. */
export async function keepCertificates(session: TeamSession): Promise<Changed> {
  const today = dayOf(session.now());
  const adminSeed = session.vault().adminSeed;
  if (!adminSeed || !activeAdmin(session)) return { ok: true };
  const { devices, revokedDevices, count } = session.directory();
  const entries = endingCerts(devices.values(), today)
    .filter(({ deviceId }) => !revokedDevices.has(toHex(deviceId)))
    .map((cert) => {
      const { kind: _, adminKeyId: _id, signature: _signature, ...fields } = cert;
      const window = { notBefore: today, notAfter: today + CERT_DAYS };
      return issueDeviceCert({ ...fields, ...window }, adminSeed);
    });
  return appendAll(
    session,
    count,
    entries.map((entry) => ({ entries: [entry], seals: [], wraps: [] })),
  );
}
