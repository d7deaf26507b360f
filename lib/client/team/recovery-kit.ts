import type { RootSigner } from '#lib/crypto/organisation/certificate-admin.ts';
import type { OrgRoots } from '#lib/crypto/organisation/organisation-roots.ts';
import { equalBytes, fromHex, toHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { signingPublicKey } from '#lib/crypto/primitives/signature.ts';

/**
 * A root key as it stands on paper: the seed as 16 groups of four hexadecimal digits, and four digits by
 * which a typing error shows. Digits and not words: they are the same in every language.
 */
export function rootKeyText(seed: Uint8Array): string {
  const groups = toHex(seed).match(/.{4}/g) ?? [];
  return `${groups.join(' ')} - ${checkDigits(seed)}`;
}

const checkDigits = (seed: Uint8Array): string => toHex(h32(seed)).slice(0, 4);

export type KitReading =
  | { ok: true; signers: readonly RootSigner[] }
  /** `typing`: a check does not fit. `other`: a key of another organisation. `few`: one more is needed. */
  | { ok: false; code: 'nothing' | 'typing' | 'other' | 'few' };

/**
 * Finds the root keys in what was typed or pasted, for instance the whole kit.
 * @returns signers in the pinned order, as many as the threshold or more
 */
export function readKit(typed: string, roots: OrgRoots): KitReading {
  const found = [
    ...typed.toLowerCase().matchAll(/((?:[0-9a-f]{4}\s+){15}[0-9a-f]{4})\s*-\s*([0-9a-f]{4})/g),
  ];
  if (found.length === 0) return { ok: false, code: 'nothing' };
  const signers = new Map<number, RootSigner>();
  for (const [, digits = '', check] of found) {
    const seed = fromHex(digits.replace(/\s/g, ''));
    if (checkDigits(seed) !== check) return { ok: false, code: 'typing' };
    const publicKey = signingPublicKey(seed);
    const rootIndex = roots.rootKeys.findIndex((key) => equalBytes(key, publicKey));
    if (rootIndex < 0) return { ok: false, code: 'other' };
    signers.set(rootIndex, { rootIndex, seed });
  }
  if (signers.size < roots.threshold) return { ok: false, code: 'few' };
  return { ok: true, signers: [...signers.values()].sort((a, b) => a.rootIndex - b.rootIndex) };
}
