import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, type Reader, reader, u32 } from '../primitives/bytes.ts';
import { sign } from '../primitives/signature.ts';
import { isWindow } from '../primitives/time-units.ts';
import { isSigningKey } from '../verify.ts';
import {
  adminKeyIdOf,
  ENTRY_TYPE,
  entryStart,
  LONGEST,
  readEntryStart,
  readRootSignatures,
  rootSignatureBytes,
} from './certificate-layout.ts';
import { checkRootSignatures, type OrgRoots, type RootSignature } from './organisation-roots.ts';

/** What the roots say about an admin key. */
export type AdminFields = {
  /** 16 bytes */
  orgId: Uint8Array;
  /** Ed25519, 32 bytes */
  publicKey: Uint8Array;
  /** days since 1970, included */
  notBefore: number;
  /** days since 1970, excluded; at most 366 later */
  notAfter: number;
};

export type AdminCert = AdminFields & {
  kind: 'admin';
  signatures: readonly RootSignature[];
  /** first 8 bytes of H32(publicKey) */
  keyId: Uint8Array;
};

/** A root key that signs: its place in the pinned order and its 32-byte seed. */
export type RootSigner = { rootIndex: number; seed: Uint8Array };

const bodyOf = (f: AdminFields): Uint8Array =>
  concat(entryStart(ENTRY_TYPE.admin), f.orgId, f.publicKey, u32(f.notBefore), u32(f.notAfter));

/** The bytes of a parsed AdminCert (its one encoding). */
export const adminCertBytes = (cert: AdminCert): Uint8Array =>
  concat(bodyOf(cert), rootSignatureBytes(cert.signatures));

/**
 * Makes an AdminCert, signed by the given roots.
 * @throws BadFrame for fields that nobody would accept
 */
export function issueAdminCert(fields: AdminFields, signers: readonly RootSigner[]): Uint8Array {
  const body = bodyOf(fields);
  const signatures = [...signers]
    .sort((a, b) => a.rootIndex - b.rootIndex)
    .map(({ rootIndex, seed }) => ({ rootIndex, signature: sign('admin', seed, body) }));
  const raw = concat(body, rootSignatureBytes(signatures));
  parseAdminCert(raw);
  return raw;
}

/**
 * Reads an AdminCert that parses itself out of a longer layout. Signatures are not checked.
 * @throws BadFrame
 */
export function readAdminCert(r: Reader): AdminCert {
  readEntryStart(r, ENTRY_TYPE.admin);
  const orgId = r.take(16);
  const publicKey = r.take(32);
  const window = { notBefore: r.u32(), notAfter: r.u32() };
  must(isSigningKey(publicKey) && isWindow(window, LONGEST.adminDays));
  const signatures = readRootSignatures(r);
  const keyId = adminKeyIdOf(publicKey);
  return { kind: 'admin', orgId, publicKey, ...window, signatures, keyId };
}

/**
 * Reads an AdminCert that is everything there is.
 * @throws BadFrame
 */
export function parseAdminCert(raw: Uint8Array): AdminCert {
  const r = reader(raw);
  const cert = readAdminCert(r);
  r.end();
  return cert;
}

/**
 * Refuses an AdminCert that not enough roots of this organisation signed.
 * @throws BadFrame
 */
export function checkAdminCert(cert: AdminCert, roots: OrgRoots): void {
  checkRootSignatures(roots, 'admin', bodyOf(cert), cert.signatures);
  must(equalBytes(cert.orgId, roots.orgId));
}
