import { useEffect, useState } from 'react';
import { idleLock } from '#lib/safety/idle-lock.ts';

// A click is here for those who press without a pointer or a key, by voice for instance.
const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel', 'click'] as const;

/**
 * Locks when nobody has touched this page for a while. Pass null while there is nothing to lock.
 * @returns whether it locks within a minute; any press or key takes that back
 */
export function useIdleLock(lock: (() => void) | null): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (!lock) return;
    let last = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const decision = idleLock(last, Date.now());
      if (decision.lock) return lock();
      setSoon(decision.soon);
      clearTimeout(timer);
      timer = setTimeout(look, decision.lookAgainMs);
    };
    const active = () => {
      // The press that wakes a computer must not count before the clock was looked at.
      const before = idleLock(last, Date.now());
      if (before.lock) return lock();
      last = Date.now();
      if (before.soon) look();
    };
    for (const sign of signs) addEventListener(sign, active, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearTimeout(timer);
      setSoon(false);
      for (const sign of signs) removeEventListener(sign, active, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [lock]);
  return soon;
}
