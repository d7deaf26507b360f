import { sha256 } from '@noble/hashes/sha2.js';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import { sign } from '#lib/crypto/primitives/signature.ts';
import { type ReleaseContent, saidOfFile } from './content.ts';

/** Who signs: an ADMIN of the organisation, with its certificate by the roots. */
export type ReleaseSigner = {
  /** 32 bytes */
  adminSeed: Uint8Array;
  /** AdminCert as in the directory */
  adminCert: Uint8Array;
  roots: OrgRoots;
};

/**
 * `manifest.json`: the SHA-256 of every other file, what the release was made by, and the organisation's
 * signature (type `signal`) over the RFC 8785 form of `signed`.
 */
export function manifestJson(
  content: ReleaseContent,
  files: Readonly<Record<string, Uint8Array>>,
  { adminSeed, adminCert, roots }: ReleaseSigner,
): string {
  const hashes = Object.entries(files).map(([name, bytes]) => [name, toHex(sha256(bytes))]);
  const signed = {
    schema: 'havre-manifest-1',
    ...saidOfFile(content),
    files: Object.fromEntries(hashes) as Record<string, string>,
    org_id: toHex(roots.orgId),
    roots: { threshold: roots.threshold, keys: roots.rootKeys.map(toHex) },
    admin_certificate: toHex(adminCert),
  };
  const body = utf8(canonicalJson(signed as unknown as Json));
  const signature = toHex(sign('signal', adminSeed, body));
  return canonicalJson({ signed, signature } as unknown as Json);
}
