import type { Socket } from 'socket.io-client';
import { watchAnswers } from './answer-watch.ts';
import { watchLine } from './line-watch.ts';

/** In a process without a page somebody always looks. */
const isVisible = (): boolean =>
  typeof document === 'undefined' || document.visibilityState === 'visible';

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

const now = () => performance.now();

type Answered = { ok: boolean; code?: string } | undefined;

/**
 * Watches a connection for a silence that its transport does not notice in time, and for a server behind it
 * that can do nothing.
 * @param onTrouble called when either begins, and when both are over
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever the events are, only that something came counts
export function watchSocket(socket: Socket<any, any>, onTrouble: (trouble: boolean) => void) {
  let [silent, useless] = [false, false];
  const tell = (change: () => void) => {
    const before = silent || useless;
    change();
    if (before !== (silent || useless)) onTrouble(!before);
  };
  const answers = watchAnswers({
    ...{ now, later },
    onUseless: (is) =>
      tell(() => {
        useless = is;
      }),
  });
  const hush = (is: boolean) =>
    tell(() => {
      silent = is;
    });
  /** Notes when something was asked. @returns what takes its answer; none is as good as `unavailable` */
  const asked = () => {
    const askedAt = now();
    return (answer: Answered) => {
      if (answer?.ok) answers.answered(null, askedAt);
      else answers.answered(answer?.code ?? 'unavailable', askedAt);
    };
  };
  const watch = watchLine({
    ...{ now, later },
    isWatched: isVisible,
    beat: () => socket.emit('line:beat', {}, asked()),
    onSilent: () => hush(true),
    onHeard: () => hush(false),
    drop: () => socket.io.engine?.close(),
  });
  const forget = () => {
    watch.stop();
    answers.stop();
    [silent, useless] = [false, false];
  };
  socket.on('connect', () => {
    socket.io.engine.on('packet', () => watch.heard());
    watch.start();
  });
  socket.on('disconnect', forget);
  return { asked, stop: forget };
}
