import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Between the last entry and what covers it, in px. */
const ROOM_BELOW = 16;

/**
 * Keeps the end of a list in sight while it grows, and while the room for it gets less: a soft keyboard
 * comes, or what stands over the foot of the page grows. Whoever scrolled up to read is left there.
 * @param footRef what covers the foot of the page; absent: nothing does
 * @returns the ref of an element that stands after the last entry; whether something came below what is
 *   in sight; and what goes there
 */
export function useFollowEnd(
  count: number,
  footRef?: RefObject<HTMLElement | null>,
): {
  endRef: RefObject<HTMLDivElement | null>;
  isBehind: boolean;
  toEnd: () => void;
} {
  const endRef = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [isBehind, setBehind] = useState(false);

  const show = useCallback(() => endRef.current?.scrollIntoView({ block: 'nearest' }), []);

  useEffect(() => {
    const end = endRef.current;
    if (!end) return;
    // A margin below: one line beyond the edge still counts as being at the end.
    const watch = new IntersectionObserver(
      ([seen]) => {
        atEnd.current = seen?.isIntersecting ?? true;
        if (atEnd.current) setBehind(false);
      },
      { rootMargin: '0px 0px 160px 0px' },
    );
    watch.observe(end);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const foot = footRef?.current;
    const end = endRef.current;
    if (!foot || !end) return;
    const fit = () => {
      const height = foot.offsetHeight;
      end.style.scrollMarginBlockEnd = `${height + ROOM_BELOW}px`;
      foot.parentElement?.style.setProperty('--above-box', `${height + ROOM_BELOW}px`);
      if (atEnd.current) show();
    };
    // Both come before the look at what is in sight: whoever was at the end is still known to be.
    const watch = new ResizeObserver(fit);
    watch.observe(foot);
    addEventListener('resize', fit);
    return () => {
      watch.disconnect();
      removeEventListener('resize', fit);
    };
  }, [footRef, show]);

  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    before.current = count;
    if (count === 0) return;
    if (atEnd.current) show();
    else if (grew) setBehind(true);
  }, [count, show]);
  const toEnd = () => {
    atEnd.current = true;
    setBehind(false);
    show();
  };
  return { endRef, isBehind, toEnd };
}
