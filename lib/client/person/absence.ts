/** A counsellor without a connection for so long has lost the person: the state "orphaned". In ms. */
const ORPHANED_MS = 2 * 60_000;

/** Tells a counsellor who comes right back from one who does not. */
export function watchAbsence(
  later: (ms: number, run: () => void) => () => void,
  onOrphaned: (orphaned: boolean) => void,
) {
  let cancel: (() => void) | null = null;
  return {
    /** What the server says of the counsellor's connection, as often as it says it. */
    told(present: boolean) {
      if (present) {
        cancel?.();
        cancel = null;
        onOrphaned(false);
        return;
      }
      // Said again after a connection of our own was lost: the time goes on.
      cancel ??= later(ORPHANED_MS, () => onOrphaned(true));
    },
    stop() {
      cancel?.();
    },
  };
}
