import { fingerprint } from '#lib/crypto/organisation/fingerprint.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
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

/** The sheets that are asked for before the kit is gone: as many as will be needed one day. */
export const sheetsAsked = (sheets: readonly KitSheet[]): readonly KitSheet[] =>
  sheets.slice(0, sheets[0]?.needed ?? 1);

/**
 * Of which of these sheets somebody did not read the four digits behind the dash off their copy, by number.
 * @param typed in the order of `sheetsAsked`
 */
export function wrongSheets(sheets: readonly KitSheet[], typed: readonly string[]): number[] {
  const isRight = ({ key }: KitSheet, four = '') => key.endsWith(`- ${four.trim().toLowerCase()}`);
  return sheetsAsked(sheets)
    .filter((sheet, i) => !isRight(sheet, typed[i]))
    .map(({ number }) => number);
}
