import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { Note } from '../audit/append.ts';

/** What a record says beside "open now" and "closed now", and beside what two supervisors change. */
const restOf = ({ signals: _signals, hours, ...rest }: SiteSettings): string => {
  const { byHand: _byHand, ...table } = hours;
  return JSON.stringify([rest, table]);
};

const byHandOf = (settings: SiteSettings): string => JSON.stringify(settings.hours.byHand);

/**
 * What the log tells of a newer public record. Units and settings of signals have entries of their own, and the
 * minute until which something is opened or closed stays out of it.
 * @param hasNewTerms units or settings of signals changed too
 */
export function publishedNotes(
  before: SiteSettings | null,
  after: SiteSettings,
  version: number,
  hasNewTerms: boolean,
): Note[] {
  const isByHand = before !== null && byHandOf(before) !== byHandOf(after);
  const isSame = before !== null && restOf(before) === restOf(after);
  const published = { action: 'record.published', ref: String(version) } as const;
  const byHand = { action: 'hours.by_hand', ref: after.hours.byHand?.state ?? 'table' } as const;
  // Who presses Publish and changed nothing did publish a newer record.
  const saysMore = !isSame || !(isByHand || hasNewTerms);
  return [...(isByHand ? [byHand] : []), ...(saysMore ? [published] : [])];
}
