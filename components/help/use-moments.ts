import { useCallback, useEffect, useState } from 'react';
import { stopwatch } from '#lib/client/stopwatch.ts';

const LONG_WAIT_MS = 10 * 60_000;
/** Shorter absences are a look at another page, not a phone that was put away. */
const AWAY_MS = 60_000;

/** True once somebody has waited for ten minutes. */
export function useLongWait(isWaiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setLong(true), LONG_WAIT_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isWaiting]);
  return isLong;
}

/** Whether the page comes back from a phone that was put away, until the person does something. */
export function useWasAway(): { wasAway: boolean; isBack: () => void } {
  const [wasAway, setAway] = useState(false);
  useEffect(() => {
    let away: (() => number) | null = null;
    const look = () => {
      if (document.visibilityState === 'hidden') away = stopwatch();
      else if (away !== null && away() >= AWAY_MS) setAway(true);
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return { wasAway, isBack: useCallback(() => setAway(false), []) };
}
