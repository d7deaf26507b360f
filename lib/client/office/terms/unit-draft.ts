import { Encrypter } from 'age-encryption';
import { type Country, countries } from '#lib/protocol/countries.ts';
import type { PoliceUnit } from '#lib/protocol/signal-terms.ts';

/** A police unit as a form holds it; nothing is filled in beforehand. */
export type UnitDraft = {
  name: string;
  country: Country | null;
  key: string;
  /** `2027-11-30`, as a date field gives it; empty for none */
  until: string;
};

export type UnitProblem =
  | 'name'
  | 'name_taken'
  | 'country'
  | 'key'
  /** the key that opens files: it must never leave the unit */
  | 'key_secret'
  | 'key_taken'
  | 'day'
  | 'day_past';

export const emptyUnit: UnitDraft = { name: '', country: null, key: '', until: '' };

const DAY = 86_400_000;
const SOON_DAYS = 30;
const MAX_UNITS = 20;
/** What a record can carry, in days since 1970. */
const LAST_DAY = 1_000_000;

/** Whether the list is as long as a record can carry. */
export const isFull = (units: readonly PoliceUnit[]): boolean => units.length >= MAX_UNITS;

export const unitDraftOf = ({ name, country, key, agreementUntilDay }: PoliceUnit): UnitDraft => ({
  ...{ name, country, key },
  until: new Date(agreementUntilDay * DAY).toISOString().slice(0, 10),
});

/** Whether age would encrypt to it: X25519, with a check sum that fits (`age1…`). */
export function isAgeRecipient(key: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(key)) return false;
  try {
    new Encrypter().addRecipient(key);
    return true;
  } catch {
    return false;
  }
}

function keyProblem(key: string, others: readonly PoliceUnit[]): UnitProblem | null {
  if (/^AGE-SECRET-KEY-/i.test(key)) return 'key_secret';
  if (!isAgeRecipient(key)) return 'key';
  return others.some((one) => one.key === key) ? 'key_taken' : null;
}

function nameProblem(name: string, others: readonly PoliceUnit[]): UnitProblem | null {
  if (name.length < 1 || name.length > 80) return 'name';
  const same = (one: PoliceUnit) => one.name.toLowerCase() === name.toLowerCase();
  return others.some(same) ? 'name_taken' : null;
}

function dayProblem(day: number, today: number): UnitProblem | null {
  if (!Number.isInteger(day) || day > LAST_DAY) return 'day';
  return day < today ? 'day_past' : null;
}

/**
 * What a form says, as the record holds it, or everything that is wrong with it.
 * @param others the other units of the organisation
 * @param today days since 1970
 */
export function readUnit(
  draft: UnitDraft,
  others: readonly PoliceUnit[],
  today: number,
): { ok: true; unit: PoliceUnit } | { ok: false; problems: UnitProblem[] } {
  const name = draft.name.trim();
  const key = draft.key.trim();
  const country = countries.find((one) => one === draft.country);
  const agreementUntilDay = Date.parse(`${draft.until}T00:00:00Z`) / DAY;
  const day = dayProblem(agreementUntilDay, today);
  const found = [
    ...[nameProblem(name, others), country ? null : ('country' as const)],
    ...[keyProblem(key, others), day],
  ];
  const problems = found.filter((one) => one !== null);
  if (problems.length > 0 || !country) return { ok: false, problems };
  return { ok: true, unit: { name, country, key, agreementUntilDay } };
}

/** How long an agreement still holds. @param today days since 1970 */
export function agreementState(
  { agreementUntilDay }: PoliceUnit,
  today: number,
): 'valid' | 'soon' | 'ended' {
  if (agreementUntilDay < today) return 'ended';
  return agreementUntilDay <= today + SOON_DAYS ? 'soon' : 'valid';
}
