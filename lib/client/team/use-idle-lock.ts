import { useEffect, useState } from 'react';
import { idleLock } from '#lib/safety/idle-lock.ts';
import { stopwatch } from '../stopwatch.ts';

// A click is here for those who press without a pointer or a key, by voice for instance.
const signs = ['pointerdown', 'keydown', 'touchstart', 'wheel', 'click'] as const;
// What a page may notice first of a computer that woke. A mouse that moves is no sign of a person: it may be the
// table that somebody bumped into.
const wakings = ['pointermove', 'mousemove', 'focus', 'pageshow'] as const;
const documentWakings = ['visibilitychange', 'resume'] as const;

/**
 * Locks when nobody has touched this page for a while. Pass null while there is nothing to lock.
 * @returns whether it locks within a minute; any press or key takes that back
 */
export function useIdleLock(lock: (() => void) | null): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (!lock) return;
    let idle = stopwatch();
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const decision = idleLock(idle());
      if (decision.lock) return lock();
      setSoon(decision.soon);
      clearTimeout(timer);
      timer = setTimeout(look, decision.lookAgainMs);
    };
    const active = () => {
      // The press that wakes a computer must not count before the clock was looked at.
      const before = idleLock(idle());
      if (before.lock) return lock();
      idle = stopwatch();
      if (before.soon) look();
    };
    const heard = { capture: true, passive: true };
    for (const sign of signs) addEventListener(sign, active, heard);
    for (const waking of wakings) addEventListener(waking, look, heard);
    for (const waking of documentWakings) document.addEventListener(waking, look);
    look();
    return () => {
      clearTimeout(timer);
      setSoon(false);
      for (const sign of signs) removeEventListener(sign, active, heard);
      for (const waking of wakings) removeEventListener(waking, look, heard);
      for (const waking of documentWakings) document.removeEventListener(waking, look);
    };
  }, [lock]);
  return soon;
}
