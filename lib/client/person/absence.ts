/** A counsellor without a connection for so long has lost the person: the state "orphaned". In ms. */
const ORPHANED_MS = 2 * 60_000;
/** After so long the person may go on with somebody else. In ms. */
const MOVE_ON_MS = 5 * 60_000;
/** Whoever was just connected anew, to a server that may have been, leaves others time to be. In ms. */
const GRACE_MS = 30_000;

export type AbsenceMeans = {
  /** Milliseconds of a clock. */
  now: () => number;
  later: (ms: number, run: () => void) => () => void;
};

/**
 * Tells a counsellor who comes right back from one who does not.
 * @param onAbsence orphaned: gone for two minutes; mayMoveOn: for five
 */
export function watchAbsence(
  means: AbsenceMeans,
  onAbsence: (orphaned: boolean, mayMoveOn: boolean) => void,
) {
  let cancels: (() => void)[] = [];
  const stop = () => {
    for (const cancel of cancels) cancel();
    cancels = [];
  };
  let since: number | null = null;
  return {
    /** What the server says of the counsellor's connection, as often as it says it. */
    told(present: boolean) {
      stop();
      if (present) {
        since = null;
        onAbsence(false, false);
        return;
      }
      // Said again after a connection of our own was lost: the time goes on.
      since ??= means.now();
      // Not longer than it takes, whatever somebody did to the clock.
      const gone = Math.max(0, means.now() - since);
      // What was offered already is not taken away for a moment because our own line came back.
      const isLong = () => since !== null && means.now() - since >= MOVE_ON_MS;
      const after = (ms: number) => Math.max(ms - gone, GRACE_MS);
      cancels = [
        means.later(after(ORPHANED_MS), () => onAbsence(true, isLong())),
        means.later(after(MOVE_ON_MS), () => onAbsence(true, true)),
      ];
    },
    stop,
  };
}
