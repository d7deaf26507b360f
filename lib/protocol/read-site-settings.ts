import { countries, locales } from './countries.ts';
import type { SiteSettings } from './site-settings.ts';

// [Note: read by hand] The page of a person reads one small JSON and makes ids of its own bytes. For that
// alone it would fetch all of zod, 15 KB on a slow line, so the same rules stand here a second time; a
// test holds the two against each other.

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown, names: readonly string[]): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  if (keys.length !== names.length || !keys.every((key) => names.includes(key))) return null;
  return value as Fields;
}

const isText = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);

const isList = (value: unknown, least: number, most: number, one: (item: unknown) => boolean) =>
  Array.isArray(value) && value.length >= least && value.length <= most && value.every(one);

const isOneOf = (all: readonly string[]) => (value: unknown) => all.some((one) => one === value);

const isClock = (value: unknown) => isText(value, /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const isDay = (value: unknown) => isText(value, /^\d{4}-\d{2}-\d{2}$/);
const isZone = (value: unknown) =>
  isText(value, /^[A-Za-z_]+(\/[A-Za-z_+-]+)*$/) && value.length <= 40;

function isSpan(value: unknown): boolean {
  const span = fieldsOf(value, ['from', 'to']);
  return span !== null && isClock(span.from) && isClock(span.to);
}

function isByHand(value: unknown): boolean {
  if (value === null) return true;
  const byHand = fieldsOf(value, ['state', 'until']);
  if (byHand === null || !isOneOf(['open', 'closed'])(byHand.state)) return false;
  const { until } = byHand;
  return until === null || (Number.isSafeInteger(until) && (until as number) >= 0);
}

const isWhole = (value: unknown, least: number, most: number) =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

const hoursNames = ['zone', 'week', 'daysOff', 'byHand'];

function isHours(value: unknown): boolean {
  const hours = fieldsOf(value, hoursNames) ?? fieldsOf(value, [...hoursNames, 'lastIntake']);
  return (
    hours !== null &&
    isZone(hours.zone) &&
    isList(hours.week, 7, 7, (day) => isList(day, 0, 4, isSpan)) &&
    isList(hours.daysOff, 0, 400, isDay) &&
    isByHand(hours.byHand) &&
    (hours.lastIntake === undefined || isWhole(hours.lastIntake, 0, 240))
  );
}

const isFlag = (value: unknown) => typeof value === 'boolean';

function isUnit(value: unknown): boolean {
  const unit = fieldsOf(value, ['name', 'country', 'key', 'agreementUntilDay']);
  // Trimmed already: a name is hashed as it stands, and read here as it stands.
  return (
    unit !== null &&
    isText(unit.name, /^\S(.{0,78}\S)?$/) &&
    isOneOf(countries)(unit.country) &&
    isText(unit.key, /^age1[02-9ac-hj-np-z]{58}$/) &&
    isWhole(unit.agreementUntilDay, 0, 1_000_000)
  );
}

const settingNames = [
  ...['caseScope', 'patternFor12To15', 'coolingOffMinutes'],
  ...['kCase', 'k', 'caseNeedsSecondConversation'],
];

function isSignals(value: unknown): boolean {
  if (value === undefined) return true;
  const terms = fieldsOf(value, ['units', 'desk', 'settings']);
  const set = fieldsOf(terms?.settings, settingNames);
  return (
    terms !== null &&
    set !== null &&
    isList(terms.units, 0, 20, isUnit) &&
    (terms.desk === null || isText(terms.desk, /^[0-9a-f]{32}$/)) &&
    isFlag(set.caseScope) &&
    isList(set.patternFor12To15, 0, 3, isOneOf(countries)) &&
    isWhole(set.coolingOffMinutes, 1, 1_000_000) &&
    isWhole(set.kCase, 1, 1_000_000) &&
    isWhole(set.k, 5, 1000) &&
    isFlag(set.caseNeedsSecondConversation)
  );
}

const publicNames = ['name', 'countries', 'languages', 'hours'];

/** What `siteSettings` would read, without its schema. @returns null for anything else */
export function readSiteSettings(value: unknown): SiteSettings | null {
  const settings = fieldsOf(value, publicNames) ?? fieldsOf(value, [...publicNames, 'signals']);
  if (settings === null || typeof settings.name !== 'string') return null;
  const name = settings.name.trim();
  const fits =
    name.length >= 1 &&
    name.length <= 60 &&
    isList(settings.countries, 1, 3, isOneOf(countries)) &&
    isList(settings.languages, 1, 3, isOneOf(locales)) &&
    isHours(settings.hours) &&
    isSignals(settings.signals);
  return fits ? ({ ...settings, name } as SiteSettings) : null;
}
