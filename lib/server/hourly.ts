import type { Counters } from './counters.ts';
import type { Log } from './log.ts';

const hourMs = 60 * 60 * 1000;

/**
 * Writes what was counted once an hour; an hour in which nothing happened has no line.
 * @returns what writes the rest and stops it
 */
export function countByTheHour(counters: Counters, log: Log): () => void {
  const write = () => {
    const counts = counters.drain();
    if (Object.keys(counts).length > 0) log.write({ event: 'counters', counts });
  };
  const timer = setInterval(write, hourMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    write();
  };
}
