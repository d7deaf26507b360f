import { eddsa, edwards } from '@noble/curves/abstract/edwards.js';
import { sha512 } from '@noble/hashes/sha2.js';

// [Note: only what is used] noble's ready-made `ed25519.js` brings along threshold signatures, oblivious
// functions and the NIST curves: 15 KB that a person on a slow line would wait for before every chat.
// The same curve and the same code are put together here, and compared with theirs in the tests.

/** Edwards25519: RFC 8032, section 5.1. */
const point = edwards({
  p: 2n ** 255n - 19n,
  n: 2n ** 252n + 27742317777372353535851937790883648493n,
  h: 8n,
  a: -1n + (2n ** 255n - 19n),
  d: 37095705934669439343138083508754565189542113879843219016388785533085940283555n,
  Gx: 15112221349535400772501151409588531511454012693041857206046113283949847762202n,
  Gy: 46316835694926478169428394003475163141307993866256225615783033603165251855960n,
});

/** RFC 8032, section 5.1.5, step 2. Changes the bytes it is given, as noble expects. */
function prune(bytes: Uint8Array): Uint8Array {
  bytes[0] = (bytes[0] ?? 0) & 248;
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64;
  return bytes;
}

/** Ed25519 signatures; verification is strict (RFC 8032, not ZIP 215). */
export const ed25519 = eddsa(point, sha512, { adjustScalarBytes: prune, zip215: false });
