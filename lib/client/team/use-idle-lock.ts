import { useEffect } from 'react';
import { idleLock } from '#lib/safety/idle-lock.ts';

const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/** Locks when nobody has touched this page for a while. Pass null while there is nothing to lock. */
export function useIdleLock(lock: (() => void) | null): void {
  useEffect(() => {
    if (!lock) return;
    let last = Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const decision = idleLock(last, Date.now());
      if (decision.lock) return lock();
      clearTimeout(timer);
      timer = setTimeout(look, decision.lookAgainMs);
    };
    const active = () => {
      // The press that wakes a computer must not count before the clock was looked at.
      if (idleLock(last, Date.now()).lock) return lock();
      last = Date.now();
    };
    for (const sign of signs) addEventListener(sign, active, { capture: true, passive: true });
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, active, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [lock]);
}
