export type LineWatchMeans = {
  /** Milliseconds of a clock. */
  now: () => number;
  /** @returns what cancels it */
  later: (ms: number, run: () => void) => () => void;
  /** Whether somebody looks at the page: nobody's battery pays for a line that nobody looks at. */
  isWatched: () => boolean;
  /** Asks for a sign of life; whatever comes back is one. */
  beat: () => void;
  /** Nothing was heard for so long that it must be said. */
  onSilent: () => void;
  /** Something was heard after that. */
  onHeard: () => void;
  /** The connection is given up, so that a new one is made. */
  drop: () => void;
};

/** After this long without a word the server is asked for a sign of life, in ms. */
const BEAT_MS = 2000;
/** After this long it is said that nothing gets through: the limit is five seconds. In ms. */
const SILENT_MS = 4500;
/** After this long a new connection is made; a slow line has answered by then. In ms. */
const DROP_MS = 9000;
const LOOK_MS = 500;

/**
 * Notices a line that is cut without a word, as a cable is, or a phone that changes its network: the
 * transport itself would notice after eighteen seconds. It asks only while somebody looks, and only when
 * nothing else was heard; every packet counts.
 */
export function watchLine(means: LineWatchMeans) {
  let heardAt = 0;
  let askedAt = 0;
  let silent = false;
  let cancel: (() => void) | null = null;

  function look(): void {
    cancel = means.later(LOOK_MS, look);
    if (!means.isWatched()) {
      // What was not heard while nobody asked for it tells nothing.
      heardAt = means.now();
      return;
    }
    const quiet = means.now() - heardAt;
    if (quiet >= BEAT_MS && askedAt <= heardAt) {
      askedAt = means.now();
      means.beat();
    }
    if (quiet >= SILENT_MS && !silent) {
      silent = true;
      means.onSilent();
    }
    if (quiet >= DROP_MS) {
      stop();
      means.drop();
    }
  }

  function stop(): void {
    cancel?.();
    cancel = null;
    silent = false;
  }

  return {
    /** A connection stands. */
    start() {
      stop();
      heardAt = means.now();
      askedAt = 0;
      cancel = means.later(LOOK_MS, look);
    },
    /** A packet came, whatever it was. */
    heard() {
      heardAt = means.now();
      if (!silent) return;
      silent = false;
      means.onHeard();
    },
    /** The connection is gone. */
    stop,
  };
}
