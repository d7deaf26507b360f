import { dayAt, dayName } from '#lib/protocol/hours/zone-clock.ts';
import { type Hours, longestLastIntake, type SiteSettings } from '#lib/protocol/site-settings.ts';

/** Opening on one weekday as the form holds it: closed, round the clock, or spans of wall-clock time. */
export type DayDraft =
  | { kind: 'all_day' }
  | { kind: 'spans'; spans: readonly { from: string; to: string }[] };

/** The public settings while somebody changes them. */
export type SettingsDraft = Omit<SiteSettings, 'hours'> & {
  zone: string;
  days: readonly DayDraft[];
  daysOff: readonly string[];
  byHand: Hours['byHand'];
  /** As it stands in its field; empty is none. */
  lastIntake: string;
};

const WHOLE_DAY = { from: '00:00', to: '24:00' };
export const MOST_SPANS = 4;

/** Settings as a form holds them. A browser's time field has no 24:00; midnight is 00:00 there. */
export function draftOf({ hours, ...about }: SiteSettings): SettingsDraft {
  const days = hours.week.map((spans): DayDraft => {
    const [first] = spans;
    const whole = spans.length === 1 && first?.from === '00:00' && first.to === '24:00';
    if (whole) return { kind: 'all_day' };
    const shown = spans.map(({ from, to }) => ({ from, to: to === '24:00' ? '00:00' : to }));
    return { kind: 'spans', spans: shown };
  });
  const { zone, daysOff, byHand, lastIntake = 0 } = hours;
  return { ...about, zone, days, daysOff, byHand, lastIntake: String(lastIntake) };
}

/** What a draft says, to be published. */
export function settingsOf(draft: SettingsDraft): SiteSettings {
  const { zone, days, daysOff, byHand, lastIntake, ...about } = draft;
  const week = days.map((day) =>
    day.kind === 'all_day' ? [WHOLE_DAY] : day.spans.map(({ from, to }) => ({ from, to })),
  );
  const last = Number(lastIntake) > 0 ? { lastIntake: Number(lastIntake) } : {};
  const hours = { zone, week, daysOff: [...daysOff].sort(), byHand, ...last };
  return { ...about, name: about.name.trim(), hours };
}

/** What keeps a draft from being published; nothing means that it can be. */
export type DraftProblem = 'name' | 'zone' | 'countries' | 'languages' | 'span' | 'lastIntake';

export function problemsOf(draft: SettingsDraft): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  const name = draft.name.trim();
  if (name.length < 1 || name.length > 60) problems.push('name');
  if (!isZone(draft.zone)) problems.push('zone');
  if (draft.countries.length === 0) problems.push('countries');
  if (draft.languages.length === 0) problems.push('languages');
  const spans = draft.days.flatMap((day) => (day.kind === 'spans' ? day.spans : []));
  const last = Number(draft.lastIntake);
  if (!Number.isInteger(last) || last < 0 || last > longestLastIntake) problems.push('lastIntake');
  if (spans.some(({ from, to }) => from === '' || to === '')) problems.push('span');
  return problems;
}

/** Whether the browser knows a time zone of this name. */
export function isZone(zone: string): boolean {
  try {
    return zone.includes('/') && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

/** Whether a date is over where the organisation is. @param date as 2026-12-25 @param now ms since 1970 */
export function isOver(date: string, zone: string, now: number): boolean {
  return date < dayName(dayAt(isZone(zone) ? zone : 'Europe/Brussels', now));
}

/** A new organisation's settings: closed all week, in the time zone of this browser. */
export function emptyDraft(zone: string): SettingsDraft {
  const days = Array.from({ length: 7 }, (): DayDraft => ({ kind: 'spans', spans: [] }));
  const lists = { countries: [], languages: [], daysOff: [] };
  const rest = { days, byHand: null, lastIntake: '0' };
  return { name: '', ...lists, zone: isZone(zone) ? zone : 'Europe/Brussels', ...rest };
}
