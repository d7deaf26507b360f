import type { Country } from '#lib/protocol/countries.ts';
import { caseObstacles } from './may-propose.ts';
import type { Signal } from './signal.ts';
import { type ExploitationGroup, groupOf, type Majority, majorityOf } from './signal-class.ts';

/** A row of the table of estimated people in a situation, a year. */
export type EstimateRow = {
  country: Country;
  exploitation: ExploitationGroup;
  majority: Majority;
  /** people a year; null where no source supports a figure: the class is closed */
  people: number | null;
  source: string | null;
  year: number | null;
  checked_by: string | null;
};

/** Why a class is closed for a case. Shown to supervisors only. */
export type ClassClosed =
  | 'not_a_case'
  | 'class_unknown'
  | 'no_estimate'
  | 'estimate_unchecked'
  | 'too_few';

/**
 * Whether so many people are estimated to be in this situation that one of them, told without a
 * name, is not pointed at. Never shown to the person or the counsellor.
 * @param acceptUnchecked only the demo: there nobody has checked the figures
 */
export function checkClass(
  signal: Signal,
  table: readonly EstimateRow[],
  kCase: number,
  acceptUnchecked = false,
): { ok: true; row: EstimateRow } | { ok: false; code: ClassClosed; row: EstimateRow | null } {
  if (caseObstacles(signal).length > 0) return { ok: false, code: 'not_a_case', row: null };
  const group = groupOf(signal);
  if (group === null) return { ok: false, code: 'class_unknown', row: null };
  const row = table.find(
    (one) =>
      one.country === signal.country &&
      one.exploitation === group &&
      one.majority === majorityOf(signal),
  );
  if (row === undefined || row.people === null)
    return { ok: false, code: 'no_estimate', row: row ?? null };
  if (row.checked_by === null && !acceptUnchecked)
    return { ok: false, code: 'estimate_unchecked', row };
  return row.people < kCase ? { ok: false, code: 'too_few', row } : { ok: true, row };
}
