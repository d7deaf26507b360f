import type { Scope } from './fields.ts';
import type { SignalSettings } from './settings.ts';

/** The days of a consent, in days since 1970. They stand on the card, and the body has `untilDay`. */
export type ConsentTerms = {
  /** not released before this day */
  notBeforeDay: number;
  /** the last day on which taking back still helps */
  lastTakeBackDay: number;
  /** the last day on which the consent allows a release: `untilDay` of the body */
  untilDay: number;
};

const MINUTES_A_DAY = 24 * 60;
/** Two supervisors need some days after the cooling-off. */
const CASE_RELEASE_DAYS = 30;
/** A card may be answered so long after it was made: it can be reopened as long as the chat lives. */
export const LONGEST_THOUGHT_DAYS = 31;
/** The fixed day of a pattern release, counted from the first day after the quarter. */
export const RELEASE_DAY = 14;

const dayOf = (year: number, month: number): number => Date.UTC(year, month, 1) / 86_400_000;

/** `2026-Q3` of a day. @param day days since 1970 */
export function quarterOf(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
}

/** The day on which the pattern release of a quarter is made. @param quarter `2026-Q3` */
export function patternReleaseDay(quarter: string): number {
  const year = Number(quarter.slice(0, 4));
  return dayOf(year, Number(quarter.slice(6)) * 3) + RELEASE_DAY;
}

/** The last day on which a signal of this quarter may leave: four quarters after its own, then it is deleted. */
export function patternUntilDay(quarter: string): number {
  const date = new Date(patternReleaseDay(quarter) * 86_400_000);
  return dayOf(date.getUTCFullYear() + 1, date.getUTCMonth() + 1);
}

/**
 * Days from the day of a yes to the first day before which the whole time has passed, whenever on its day the yes
 * was said: that day itself is not a whole one, and 14 days after 23:59 end on the fifteenth day.
 */
const daysOfWait = (minutes: number): number =>
  minutes < MINUTES_A_DAY ? 0 : Math.ceil(minutes / MINUTES_A_DAY) + 1;

/** Minutes of a cooling-off that no day can promise, which only a demo has; else 0, and the days say all. */
export const shortWaitOf = ({ coolingOffMinutes }: Pick<SignalSettings, 'coolingOffMinutes'>) =>
  coolingOffMinutes < MINUTES_A_DAY ? coolingOffMinutes : 0;

/**
 * The days of a consent that is given today.
 * @param day days since 1970
 */
export function consentTerms(scope: Scope, day: number, settings: SignalSettings): ConsentTerms {
  if (scope === 'pattern') {
    const notBeforeDay = patternReleaseDay(quarterOf(day));
    const untilDay = patternUntilDay(quarterOf(day));
    return { notBeforeDay, lastTakeBackDay: notBeforeDay - 1, untilDay };
  }
  const notBeforeDay = day + daysOfWait(settings.coolingOffMinutes);
  return {
    notBeforeDay,
    // In the demo the cooling-off ends on the day it begins.
    lastTakeBackDay: Math.max(day, notBeforeDay - 1),
    untilDay: notBeforeDay + CASE_RELEASE_DAYS,
  };
}

/** Whether a consent allows a release on this day. */
export const consentIsDue = (
  terms: Pick<ConsentTerms, 'notBeforeDay' | 'untilDay'>,
  today: number,
): 'too_early' | 'due' | 'expired' => {
  if (today < terms.notBeforeDay) return 'too_early';
  return today > terms.untilDay ? 'expired' : 'due';
};
