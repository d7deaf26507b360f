import { concat, u32, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';

/**
 * The draws for the ids inside a file (STIX, MISP), out of the hash that two people said yes to: what both of
 * them look at is then, byte for byte, what is packed. The hash is keyed, so the ids tell nothing.
 */
export function fileDraws(contentHash: Uint8Array): Random {
  let drawn = 0;
  return (size) => {
    drawn += 1;
    return h32(concat(utf8('ids of a released file'), contentHash, u32(drawn))).slice(0, size);
  };
}
