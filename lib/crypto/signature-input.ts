/**
 * What a signature may mean (reading 19, and `site` of architecture.md). The type is part of
 * what is signed, so that no signature can be taken for another.
 */
export type SignatureType =
  | 'admin'
  | 'device'
  | 'devepoch'
  | 'team'
  | 'release'
  | 'revoke'
  | 'consent'
  | 'withdraw'
  | 'site'
  /** manifest of a released file (ours) */
  | 'signal';

/**
 * The bytes that are signed: `"HAVRE-V1/sig/" type 00 || body`.
 * It stands alone, without the byte functions of this folder, because the server checks
 * signatures and must have no import path to anything that decrypts.
 */
export function signatureInput(type: SignatureType, body: Uint8Array): Uint8Array {
  const prefix = new TextEncoder().encode(`HAVRE-V1/sig/${type}\0`);
  const out = new Uint8Array(prefix.length + body.length);
  out.set(prefix);
  out.set(body, prefix.length);
  return out;
}
