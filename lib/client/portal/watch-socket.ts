import type { Socket } from 'socket.io-client';
import { watchLine } from './line-watch.ts';

/** In a process without a page somebody always looks. */
const isVisible = (): boolean =>
  typeof document === 'undefined' || document.visibilityState === 'visible';

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Watches a connection for a silence that its transport does not notice in time. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the events are, only that something came counts
export function watchSocket(socket: Socket<any, any>, onSilence: (silent: boolean) => void) {
  const watch = watchLine({
    now: () => performance.now(),
    later,
    isWatched: isVisible,
    beat: () => socket.emit('line:beat', {}, () => undefined),
    onSilent: () => onSilence(true),
    onHeard: () => onSilence(false),
    drop: () => socket.io.engine?.close(),
  });
  socket.on('connect', () => {
    socket.io.engine.on('packet', () => watch.heard());
    watch.start();
  });
  socket.on('disconnect', watch.stop);
  return watch;
}
