import { type LivingChat, text } from './lives.ts';

/** Milliseconds from sending to arriving, over all messages of the measured time. */
export type Latency = { p50: number; p99: number; messages: number };

export type Pace = { everySeconds: number; warmUpSeconds: number; seconds: number };

/** A tick is the finest step of the clock that lets chats write, ms. */
const tick = 10;

/**
 * Both sides of every chat write once in so many seconds, spread evenly over that time.
 * @returns how long messages took that were sent after the warm-up
 */
export async function runPaced(
  chats: readonly LivingChat[],
  { everySeconds, warmUpSeconds, seconds }: Pace,
): Promise<Latency> {
  const turns = chats.flatMap((chat) => [
    { chat, from: 'person' as const },
    { chat, from: 'desk' as const },
  ]);
  const started = performance.now();
  const took: number[] = [];
  const running: Promise<void>[] = [];
  let sent = 0;
  const sendDue = (elapsed: number) => {
    const due = (elapsed / (everySeconds * 1000)) * turns.length;
    for (; sent < due; sent += 1) {
      // Neighbours in the list write at one time; this step spreads them over desks and sides.
      const turn = turns[(sent * 7919) % turns.length];
      if (turn === undefined) return;
      const isMeasured = elapsed > warmUpSeconds * 1000;
      running.push(
        text(turn.chat, turn.from).then((milliseconds) => {
          if (isMeasured) took.push(milliseconds);
        }),
      );
    }
  };
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = performance.now() - started;
      if (elapsed < (warmUpSeconds + seconds) * 1000) return sendDue(elapsed);
      clearInterval(timer);
      resolve();
    }, tick);
  });
  await Promise.all(running);
  return { p50: percentile(took, 0.5), p99: percentile(took, 0.99), messages: took.length };
}

/** The smallest value that at least this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
