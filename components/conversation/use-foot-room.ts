import { type RefObject, useEffect } from 'react';

/** Between the last entry and what covers it, in px. */
const ROOM_BELOW = 16;

/**
 * Keeps the end of a list above what stands over the foot of the page, when that grows, shrinks, or is moved by a
 * soft keyboard.
 * @param atEnd whether the end was in sight before; a list that was scrolled up is left alone
 * @param show brings the end into sight
 */
export function useFootRoom(
  endRef: RefObject<HTMLElement | null>,
  footRef: RefObject<HTMLElement | null> | undefined,
  atEnd: RefObject<boolean>,
  show: () => void,
): void {
  useEffect(() => {
    const foot = footRef?.current;
    const end = endRef.current;
    if (!foot || !end) return;
    let height = foot.offsetHeight;
    const fit = () => {
      const top = foot.getBoundingClientRect().bottom - height;
      const room = top - end.getBoundingClientRect().bottom;
      height = foot.offsetHeight;
      end.style.scrollMarginBlockEnd = `${height + ROOM_BELOW}px`;
      if (!atEnd.current) return;
      // What stood right above the foot stays there when the foot gives room back: it may be half under the exit.
      if (Math.abs(room - ROOM_BELOW) < 2) end.scrollIntoView({ block: 'end' });
      else show();
    };
    // Both come before the look at what is in sight: whoever was at the end is still known to be.
    const watch = new ResizeObserver(fit);
    watch.observe(foot);
    addEventListener('resize', fit);
    return () => {
      watch.disconnect();
      removeEventListener('resize', fit);
    };
  }, [endRef, footRef, atEnd, show]);
}
