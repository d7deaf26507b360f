import { useCallback, useEffect, useState } from 'react';
import type { PatternRelease } from '#lib/signals/release/pattern.ts';
import { orderText, type PatternNews } from './pattern-messages.ts';
import type { Pool } from './pattern-pool.ts';

export type Computing =
  | { kind: 'busy'; share: number }
  | { kind: 'cancelled' | 'failed' }
  | { kind: 'done'; pool: Pool; release: PatternRelease };

/** One text for one pool: another signal, or one less, is computed again. */
const keyOf = ({ quarter, due }: Pool): string =>
  `${quarter} ${due.map(({ counted }) => counted.group).join()}`;

/**
 * The pattern release of a pool, computed in a worker whenever the pool changes; the screen stays alive, and
 * `cancel` ends it at once.
 */
export function usePattern(pool: Pool, k: number) {
  const [state, setState] = useState<Computing>({ kind: 'busy', share: 0 });
  const [run, setRun] = useState(0);
  const [isWanted, setWanted] = useState(true);
  const key = keyOf(pool);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says whether the pool is another one
  useEffect(() => {
    if (!isWanted) return;
    const made = new Worker(new URL('./pattern.worker.ts', import.meta.url), { type: 'module' });
    setState({ kind: 'busy', share: 0 });
    made.onmessage = ({ data }: MessageEvent<PatternNews>) => {
      if (data.kind === 'progress') return setState({ kind: 'busy', share: data.share });
      setState({ kind: 'done', pool, release: data.release });
      made.terminate();
    };
    made.onerror = () => setState({ kind: 'failed' });
    made.postMessage(orderText({ pool: pool.due.map(({ counted }) => counted), rules: { k } }));
    return () => made.terminate();
  }, [key, k, run, isWanted]);
  // Who stopped it stopped it for good: a signal that comes meanwhile does not begin it again.
  const cancel = useCallback(() => {
    setWanted(false);
    setState({ kind: 'cancelled' });
  }, []);
  const again = useCallback(() => {
    setWanted(true);
    setRun((before) => before + 1);
  }, []);
  return { state, cancel, again };
}
