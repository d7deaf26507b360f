import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, u8 } from '../primitives/bytes.ts';
import { isSigningKey, type SignatureType, verifySignature } from '../verify.ts';

/** Who an organisation is: its root keys in pinned order, and how many of them must sign. */
export type OrgRoots = {
  /** 16 bytes */
  orgId: Uint8Array;
  /** t of t-of-n */
  threshold: number;
  /** n Ed25519 public keys of 32 bytes, in the order that `rootIndex` counts */
  rootKeys: readonly Uint8Array[];
};

/** One root's signature, as AdminCert and Revoke carry it. */
export type RootSignature = { rootIndex: number; signature: Uint8Array };

/**
 * Refuses roots that could never be safe: no key, a threshold that cannot be met, a small-order
 * key, or one key twice (it would count for two).
 * @throws BadFrame
 */
export function checkRoots(roots: OrgRoots): void {
  const { orgId, threshold, rootKeys } = roots;
  must(orgId.length === 16);
  must(threshold >= 1 && threshold <= rootKeys.length && rootKeys.length <= 255);
  must(rootKeys.every((key) => isSigningKey(key)));
  must(
    rootKeys.every((key, i) => !rootKeys.slice(0, i).some((earlier) => equalBytes(earlier, key))),
  );
}

/** `orgId16 || t u8 || n u8 || root keys`: what fingerprint and directory head begin with. */
export const rootsBytes = (roots: OrgRoots): Uint8Array =>
  concat(roots.orgId, u8(roots.threshold), u8(roots.rootKeys.length), ...roots.rootKeys);

/**
 * Refuses unless every signature is valid and at least `threshold` roots signed. Indexes must
 * ascend strictly, so that no root counts twice and one set of signers has one encoding.
 * @throws BadFrame
 */
export function checkRootSignatures(
  roots: OrgRoots,
  type: SignatureType,
  body: Uint8Array,
  signatures: readonly RootSignature[],
): void {
  must(signatures.length >= roots.threshold);
  let last = -1;
  for (const { rootIndex, signature } of signatures) {
    must(rootIndex > last);
    last = rootIndex;
    const key = roots.rootKeys[rootIndex];
    must(key !== undefined);
    must(verifySignature(type, key, body, signature));
  }
}
