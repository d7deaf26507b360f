import { concat, utf8 } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import { PROTOCOL } from '../primitives/kdf.ts';
import { type OrgRoots, rootsBytes } from './organisation-roots.ts';

/**
 * The number by which people compare an organisation's roots: six groups of five digits
 * (reading 15), about 99.7 bits. It covers organisation, threshold and key order, so the same
 * keys with a lower threshold show another number.
 * @example "15701 56731 15380 34738 50166 89880"
 */
export function fingerprint(roots: OrgRoots): string {
  const hash = sha512(concat(utf8(`${PROTOCOL}/fp`), rootsBytes(roots)));
  const groups = Array.from({ length: 6 }, (_, i) => {
    const number = hash.subarray(5 * i, 5 * i + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return String(number % 100_000).padStart(5, '0');
  });
  return groups.join(' ');
}
