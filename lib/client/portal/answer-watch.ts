/** Nothing that is asked is done for so long, and it must be said: the limit is five seconds. In ms. */
const BAD_MS = 3500;

export type AnswerWatchMeans = {
  now: () => number;
  /** @returns what cancels it */
  later: (ms: number, run: () => void) => () => void;
  /** The server is there and cannot do anything, or it can again. */
  onUseless: (useless: boolean) => void;
};

/**
 * Notices a server that answers and can do nothing, as one does whose database is gone: `unavailable` to
 * everything. A single one is no news, since it is asked again a moment later.
 */
export function watchAnswers({ now, later, onUseless }: AnswerWatchMeans) {
  let badSince: number | null = null;
  let useless = false;
  let cancel = () => {};
  return {
    /** @param askedAt when it was asked, by the same clock */
    answered(code: string | null, askedAt: number) {
      if (code === 'unavailable') {
        if (badSince !== null) return;
        badSince = askedAt;
        cancel = later(Math.max(0, badSince + BAD_MS - now()), () => {
          useless = true;
          onUseless(true);
        });
        return;
      }
      // What was asked before the first failure tells nothing about now.
      if (badSince === null || askedAt < badSince) return;
      cancel();
      badSince = null;
      if (useless) onUseless(false);
      useless = false;
    },
    /** The connection is gone, which is another matter. */
    stop() {
      cancel();
      badSince = null;
      useless = false;
    },
  };
}
