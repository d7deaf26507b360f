import type { Hours } from '#lib/protocol/site-settings.ts';
import { addDays, dayAt, dayName, instantOf, type LocalDay, weekdayOf } from './zone-clock.ts';

/**
 * Whether somebody new can be helped. Instants in milliseconds since 1970. Null: no end, or no opening,
 * within sight.
 */
export type Openness =
  | { open: true; until: number | null }
  | {
      open: false;
      opens: number | null;
      /** Those who are there are still helped until then; the last new chat has begun. */
      closes?: number;
    };

type Interval = { from: number; to: number };

/** How far ahead we look for an opening; beyond, we say nothing rather than a date far away. */
const DAYS_AHEAD = 60;
/** Open for longer than this without a break is "open", without an end. */
const ROUND_THE_CLOCK_MS = 7 * 86_400_000;

function intervalsOf({ zone, week, daysOff }: Hours, day: LocalDay): Interval[] {
  if (daysOff.includes(dayName(day))) return [];
  return (week[weekdayOf(day)] ?? []).map(({ from, to }) => ({
    from: instantOf(zone, day, from),
    to: instantOf(zone, to <= from ? addDays(day, 1) : day, to),
  }));
}

/**
 * The openings from the one that may last at an instant, in order; those that touch are one. Day after day, for
 * as long as somebody asks: each day costs time zone arithmetic, which is slow on a phone.
 */
function* openingsFrom(hours: Hours, at: number): Generator<Interval> {
  const today = dayAt(hours.zone, at);
  let last: Interval | null = null;
  // A night that began yesterday may still last.
  for (let ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
    const onDay = intervalsOf(hours, addDays(today, ahead)).sort((a, b) => a.from - b.from);
    for (const next of onDay) {
      if (last && next.from <= last.to) last.to = Math.max(last.to, next.to);
      else {
        if (last) yield last;
        last = next;
      }
    }
    if (last && last.to - at > ROUND_THE_CLOCK_MS) break;
  }
  if (last) yield last;
}

function bySchedule(hours: Hours, at: number): Openness {
  for (const { from, to } of openingsFrom(hours, at)) {
    if (to <= at) continue;
    if (from > at) return { open: false, opens: from };
    return { open: true, until: to - at > ROUND_THE_CLOCK_MS ? null : to };
  }
  return { open: false, opens: null };
}

function byHandOrSchedule(hours: Hours, now: number): Openness {
  const { byHand } = hours;
  const handEnds = byHand?.until == null ? null : byHand.until * 60_000;
  if (!byHand || (handEnds !== null && handEnds <= now)) return bySchedule(hours, now);
  if (handEnds === null)
    return byHand.state === 'open' ? { open: true, until: null } : { open: false, opens: null };
  const then = bySchedule(hours, handEnds);
  if (byHand.state === 'open') return { open: true, until: then.open ? then.until : handEnds };
  return { open: false, opens: then.open ? handEnds : then.opens };
}

/**
 * Whether an organisation is open at an instant, by its weekly table, its days off, and what somebody
 * set by hand. A day off cancels what begins on it; a night that began the day before still ends. Shortly
 * before it closes (`lastIntake`) it is open no more to somebody new.
 */
export function openness(hours: Hours, now: number): Openness {
  const at = byHandOrSchedule(hours, now);
  const lastMinutes = hours.lastIntake ?? 0;
  if (!at.open || at.until === null || now < at.until - lastMinutes * 60_000) return at;
  const then = byHandOrSchedule(hours, at.until);
  return { open: false, closes: at.until, opens: then.open ? at.until : then.opens };
}
