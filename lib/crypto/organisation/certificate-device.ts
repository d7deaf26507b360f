import { must } from '../primitives/bad-frame.ts';
import {
  concat,
  equalBytes,
  fromUtf8,
  lp,
  type Reader,
  reader,
  u16,
  u32,
  utf8,
} from '../primitives/bytes.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { isWindow } from '../primitives/time-units.ts';
import { isSigningKey, verifySignature } from '../verify.ts';
import type { AdminCert } from './certificate-admin.ts';
import {
  adminKeyIdOf,
  ENTRY_TYPE,
  entryStart,
  LONGEST,
  readEntryStart,
} from './certificate-layout.ts';

/** Bits of `roles` (reading 28); all others are refused. */
export const ROLE = { counsellor: 1, supervisor: 2, keyOfficer: 4 } as const;
const ALL_ROLES = ROLE.counsellor | ROLE.supervisor | ROLE.keyOfficer;

/**
 * What an admin says about one of a member's two identities (reading e): the counsellor's own
 * with the work name, and the key officer's with the name of the organisation.
 */
export type DeviceFields = {
  /** 16 bytes each */
  orgId: Uint8Array;
  teamId: Uint8Array;
  deviceId: Uint8Array;
  counsellorId: Uint8Array;
  /** 1 to 32 bytes of UTF-8 without control characters */
  displayName: string;
  /** sum of ROLE bits */
  roles: number;
  /** DS, Ed25519, 32 bytes */
  signingKey: Uint8Array;
  /** DA, X25519, 32 bytes */
  dhKey: Uint8Array;
  /** days since 1970, included */
  notBefore: number;
  /** days since 1970, excluded; at most 30 later (issued for 14) */
  notAfter: number;
};

export type DeviceCert = DeviceFields & {
  kind: 'device';
  /** 8 bytes */
  adminKeyId: Uint8Array;
  /** 64 bytes */
  signature: Uint8Array;
};

const bodyOf = (f: DeviceFields, adminKeyId: Uint8Array): Uint8Array =>
  concat(
    entryStart(ENTRY_TYPE.device),
    concat(f.orgId, f.teamId, f.deviceId, f.counsellorId),
    lp(utf8(f.displayName)),
    u16(f.roles),
    f.signingKey,
    f.dhKey,
    u32(f.notBefore),
    u32(f.notAfter),
    adminKeyId,
  );

/** The bytes of a parsed DeviceCert (its one encoding). */
export const deviceCertBytes = (cert: DeviceCert): Uint8Array =>
  concat(bodyOf(cert, cert.adminKeyId), cert.signature);

/**
 * Makes a DeviceCert.
 * @param adminSeed 32 bytes
 * @throws BadFrame for fields that nobody would accept
 */
export function issueDeviceCert(fields: DeviceFields, adminSeed: Uint8Array): Uint8Array {
  const body = bodyOf(fields, adminKeyIdOf(signingPublicKey(adminSeed)));
  const raw = concat(body, sign('device', adminSeed, body));
  parseDeviceCert(raw);
  return raw;
}

/**
 * Whether a text may be a display name. Control characters could forge a second line in the
 * person's window; they are refused with everything else in Unicode's category Cc.
 */
export const isDisplayName = (name: string): boolean => {
  const length = utf8(name).length;
  return length >= 1 && length <= 32 && !/\p{Cc}/u.test(name);
};

/**
 * Reads a DeviceCert that parses itself out of a longer layout. Its signature is not checked.
 * @throws BadFrame
 */
export function readDeviceCert(r: Reader): DeviceCert {
  readEntryStart(r, ENTRY_TYPE.device);
  const [orgId, teamId, deviceId, counsellorId] = [r.take(16), r.take(16), r.take(16), r.take(16)];
  const displayName = fromUtf8(r.lp());
  const roles = r.u16();
  const signingKey = r.take(32);
  const dhKey = r.take(32);
  const window = { notBefore: r.u32(), notAfter: r.u32() };
  must(isDisplayName(displayName) && roles > 0 && (roles & ~ALL_ROLES) === 0);
  must(isSigningKey(signingKey) && isWindow(window, LONGEST.deviceDays));
  const ids = { orgId, teamId, deviceId, counsellorId };
  const keys = { signingKey, dhKey, ...window, adminKeyId: r.take(8), signature: r.take(64) };
  return { kind: 'device', ...ids, displayName, roles, ...keys };
}

/**
 * Reads a DeviceCert that is everything there is.
 * @throws BadFrame
 */
export function parseDeviceCert(raw: Uint8Array): DeviceCert {
  const r = reader(raw);
  const cert = readDeviceCert(r);
  r.end();
  return cert;
}

/**
 * Refuses a DeviceCert that this admin did not sign.
 * @throws BadFrame
 */
export function checkDeviceCert(cert: DeviceCert, admin: AdminCert): void {
  must(equalBytes(cert.adminKeyId, admin.keyId));
  const body = bodyOf(cert, cert.adminKeyId);
  must(verifySignature('device', admin.publicKey, body, cert.signature));
}

/** Whether the certificate gives this role. */
export const hasRole = (cert: DeviceCert, role: number): boolean => (cert.roles & role) === role;
