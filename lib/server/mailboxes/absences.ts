import { perServer } from '../per-server.ts';

/** A phone that was put away keeps its chat for so long, in ms. */
const keptMilliseconds = 24 * 60 * 60_000;

/**
 * Since when nobody is connected for a mailbox: by the look that first found it so, not by the moment, in
 * memory only, and from the beginning again after a restart. Somebody may have longer than a day; never less.
 */
export type Absences = {
  /** Their page connected. */
  back(mailboxId: string): void;
  /** @param away mailboxes without a connection now. @returns those that have been away for too long */
  look(away: readonly string[]): string[];
};

/** @param now ms since 1970 */
export function createAbsences(now: () => number): Absences {
  let since = new Map<string, number>();
  return {
    back: (mailboxId) => void since.delete(mailboxId),
    look(away) {
      const at = now();
      since = new Map(away.map((id) => [id, since.get(id) ?? at]));
      return away.filter((id) => at - (since.get(id) ?? at) >= keptMilliseconds);
    },
  };
}

export const absencesOf = perServer<Absences>(({ now }) => createAbsences(now));
