import { useEffect, useState } from 'react';

/**
 * Whole seconds until a moment, counted down each second.
 * @param until ms since 1970; null: nothing is counted
 * @param onOver the moment has come
 */
export function useSecondsLeft(
  until: number | null,
  now: () => number,
  onOver: () => void,
): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (until === null) return;
    const timer = setInterval(() => {
      tick((count) => count + 1);
      if (now() < until) return;
      clearInterval(timer);
      onOver();
    }, 1000);
    return () => clearInterval(timer);
  }, [until, now, onOver]);
  return until === null ? 0 : Math.max(0, Math.ceil((until - now()) / 1000));
}
