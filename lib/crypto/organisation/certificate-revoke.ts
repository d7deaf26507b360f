import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, type Reader, reader, u8, u32 } from '../primitives/bytes.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { verifySignature } from '../verify.ts';
import type { AdminCert, RootSigner } from './certificate-admin.ts';
import {
  adminKeyIdOf,
  ENTRY_TYPE,
  entryStart,
  readEntryStart,
  readRootSignatures,
  rootSignatureBytes,
} from './certificate-layout.ts';
import { checkRootSignatures, type OrgRoots, type RootSignature } from './organisation-roots.ts';

type Common = {
  kind: 'revoke';
  /** 16 bytes */
  orgId: Uint8Array;
  /** days since 1970 */
  day: number;
};

/** The end of a device (signed by an admin) or of an admin (signed by the roots). */
export type Revoke =
  | (Common & {
      what: 'device';
      /** 16 bytes */
      deviceId: Uint8Array;
      adminKeyId: Uint8Array;
      signature: Uint8Array;
    })
  | (Common & {
      what: 'admin';
      /** 8 bytes: the admin who is revoked */
      targetKeyId: Uint8Array;
      signatures: readonly RootSignature[];
    });

const WHAT = { device: 1, admin: 2 } as const;
const ZERO8 = new Uint8Array(8);

const startOf = (
  what: keyof typeof WHAT,
  orgId: Uint8Array,
  target: Uint8Array,
  day: number,
): Uint8Array => concat(entryStart(ENTRY_TYPE.revoke), orgId, u8(WHAT[what]), target, u32(day));

function bodyOf(r: Revoke): Uint8Array {
  if (r.what === 'device')
    return concat(startOf('device', r.orgId, r.deviceId, r.day), r.adminKeyId);
  return startOf('admin', r.orgId, concat(r.targetKeyId, ZERO8), r.day);
}

/** The bytes of a parsed Revoke (its one encoding). */
export const revokeBytes = (r: Revoke): Uint8Array =>
  concat(bodyOf(r), r.what === 'device' ? r.signature : rootSignatureBytes(r.signatures));

/** Which device ends, in which organisation, on which day. */
export type DeviceRevocation = { orgId: Uint8Array; deviceId: Uint8Array; day: number };

/** Makes the Revoke of a device. @param adminSeed 32 bytes */
export function revokeDevice(f: DeviceRevocation, adminSeed: Uint8Array): Uint8Array {
  const keyId = adminKeyIdOf(signingPublicKey(adminSeed));
  const body = concat(startOf('device', f.orgId, f.deviceId, f.day), keyId);
  return concat(body, sign('revoke', adminSeed, body));
}

/** Which admin ends, in which organisation, on which day. */
export type AdminRevocation = { orgId: Uint8Array; targetKeyId: Uint8Array; day: number };

/** Makes the Revoke of an admin. Version 1 has its layout and its check, no screen for it. */
export function revokeAdmin(f: AdminRevocation, signers: readonly RootSigner[]): Uint8Array {
  const body = startOf('admin', f.orgId, concat(f.targetKeyId, ZERO8), f.day);
  const signatures = [...signers]
    .sort((a, b) => a.rootIndex - b.rootIndex)
    .map(({ rootIndex, seed }) => ({ rootIndex, signature: sign('revoke', seed, body) }));
  return concat(body, rootSignatureBytes(signatures));
}

function readRest(r: Reader): Revoke {
  const orgId = r.take(16);
  const what = r.u8();
  const target = r.take(16);
  const common = { kind: 'revoke', orgId, day: r.u32() } as const;
  if (what === WHAT.device) {
    const signer = { adminKeyId: r.take(8), signature: r.take(64) };
    return { ...common, what: 'device', deviceId: target, ...signer };
  }
  must(what === WHAT.admin && equalBytes(target.slice(8), ZERO8));
  const signatures = readRootSignatures(r);
  return { ...common, what: 'admin', targetKeyId: target.slice(0, 8), signatures };
}

/**
 * Reads a Revoke. Signatures are not checked.
 * @throws BadFrame
 */
export function parseRevoke(raw: Uint8Array): Revoke {
  const r = reader(raw);
  readEntryStart(r, ENTRY_TYPE.revoke);
  const revoke = readRest(r);
  r.end();
  return revoke;
}

/**
 * Refuses a Revoke of a device that this admin did not sign.
 * @throws BadFrame
 */
export function checkDeviceRevoke(
  revoke: Extract<Revoke, { what: 'device' }>,
  admin: AdminCert,
): void {
  must(verifySignature('revoke', admin.publicKey, bodyOf(revoke), revoke.signature));
}

/**
 * Refuses a Revoke of an admin that not enough roots signed.
 * @throws BadFrame
 */
export function checkAdminRevoke(
  revoke: Extract<Revoke, { what: 'admin' }>,
  roots: OrgRoots,
): void {
  checkRootSignatures(roots, 'revoke', bodyOf(revoke), revoke.signatures);
}
