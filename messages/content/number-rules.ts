import { isConfirmed } from './marks.ts';
import type { NumberEntry } from './numbers-schema.ts';

/** Shown as fact: read on a public page or checked by somebody, and its number not in doubt. */
export const isShownNumber = ({ mark, checked_by, to_check }: NumberEntry): boolean =>
  isConfirmed(mark, checked_by) && !to_check.includes('number');

const monthsOfACheck = 6;

/** Nobody checked it, longer ago than six months, or on a day still to come. @param today as 2026-12-03 */
export function isUnchecked({ checked_on }: NumberEntry, today: string): boolean {
  if (checked_on === null || checked_on > today) return true;
  const limit = new Date(`${checked_on}T00:00:00Z`);
  limit.setUTCMonth(limit.getUTCMonth() + monthsOfACheck);
  return limit.toISOString().slice(0, 10) < today;
}

/** What a page shows and nobody has checked for six months. @param today as 2026-12-03 */
export const uncheckedNumbers = (entries: readonly NumberEntry[], today: string): NumberEntry[] =>
  entries.filter((entry) => isShownNumber(entry) && isUnchecked(entry, today));
