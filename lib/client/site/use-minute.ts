import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;
const minuteNow = () => Math.floor(Date.now() / MINUTE_MS);

/** The minute it is, also right after a phone slept: what depends on the hour is worked out anew. */
export function useMinute(): number {
  const [minute, setMinute] = useState(minuteNow);
  useEffect(() => {
    const look = () => setMinute(minuteNow());
    const timer = setInterval(look, MINUTE_MS / 4);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return minute;
}
