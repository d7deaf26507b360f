/** A day as its organisation's calendar names it. */
export type LocalDay = { year: number; month: number; day: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, made);
  return made;
}

/** Milliseconds that clocks in the zone are ahead of UTC at this instant. */
function offsetAt(zone: string, instant: number): number {
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, Number(part.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** The calendar day in the zone at an instant (milliseconds since 1970). */
export function dayAt(zone: string, instant: number): LocalDay {
  const shifted = new Date(instant + offsetAt(zone, instant));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
  };
}

/** The day that comes `count` days later; earlier when negative. */
export function addDays({ year, month, day }: LocalDay, count: number): LocalDay {
  const moved = new Date(Date.UTC(year, month - 1, day + count));
  return {
    year: moved.getUTCFullYear(),
    month: moved.getUTCMonth() + 1,
    day: moved.getUTCDate(),
  };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf({ year, month, day }: LocalDay): number {
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
}

/** As `2026-03-29`. */
export function dayName({ year, month, day }: LocalDay): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The instant at which clocks in the zone show this time (`24:00` is the next midnight). A time that
 * the clocks skip in spring is taken as the same distance after the change; one that comes twice in
 * autumn is the first.
 */
export function instantOf(zone: string, { year, month, day }: LocalDay, clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const wall = Date.UTC(year, month - 1, day, hours, minutes);
  const before = wall - offsetAt(zone, wall - 86_400_000);
  if (before + offsetAt(zone, before) === wall) return before;
  const after = wall - offsetAt(zone, wall + 86_400_000);
  return after + offsetAt(zone, after) === wall ? after : before;
}
