import { toHex } from '#lib/crypto/bytes.ts';
import { fingerprint } from '#lib/crypto/fingerprint.ts';
import type { NewRoots } from '../team/first-keys.ts';
import { rootKeyText } from '../team/recovery-kit.ts';

/** One sheet of the recovery kit: one root key and what it belongs to. */
export type KitSheet = {
  number: number;
  count: number;
  needed: number;
  organisation: string;
  /** 32 hexadecimal digits in groups of four. */
  id: string;
  fingerprint: string;
  key: string;
};

/** The sheets of a new organisation, one for each root key. */
export function kitSheets({ roots, seeds }: NewRoots, organisation: string): readonly KitSheet[] {
  return seeds.map((seed, i) => ({
    number: i + 1,
    count: seeds.length,
    needed: roots.threshold,
    organisation,
    id: (toHex(roots.orgId).match(/.{4}/g) ?? []).join(' '),
    fingerprint: fingerprint(roots),
    key: rootKeyText(seed),
  }));
}

/** Whether somebody read the four digits behind the dash of the first key off their copy. */
export function knowsKit([first]: readonly KitSheet[], typed: string): boolean {
  return first?.key.endsWith(`- ${typed.trim().toLowerCase()}`) === true;
}
