/** A counsellor without a connection for so long has lost the person: the state "orphaned". In ms. */
const ORPHANED_MS = 2 * 60_000;
/** Whoever was just connected anew, to a server that may have been, leaves others time to be. In ms. */
const GRACE_MS = 30_000;

export type AbsenceMeans = {
  /** Milliseconds of a clock. */
  now: () => number;
  later: (ms: number, run: () => void) => () => void;
};

/** Tells a counsellor who comes right back from one who does not. */
export function watchAbsence(means: AbsenceMeans, onOrphaned: (orphaned: boolean) => void) {
  let cancel: (() => void) | null = null;
  let since: number | null = null;
  return {
    /** What the server says of the counsellor's connection, as often as it says it. */
    told(present: boolean) {
      cancel?.();
      if (present) {
        since = null;
        onOrphaned(false);
        return;
      }
      // Said again after a connection of our own was lost: the time goes on.
      since ??= means.now();
      const rest = ORPHANED_MS - (means.now() - since);
      cancel = means.later(Math.max(rest, GRACE_MS), () => onOrphaned(true));
    },
    stop() {
      cancel?.();
    },
  };
}
