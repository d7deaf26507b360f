import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the end of a list in sight while it grows, unless the reader has scrolled up to read.
 * @returns the ref of an element that stands after the last entry
 */
export function useFollowEnd(count: number): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  useEffect(() => {
    const end = ref.current;
    if (!end) return;
    // A margin below: one line beyond the edge still counts as being at the end.
    const watch = new IntersectionObserver(
      ([seen]) => {
        atEnd.current = seen?.isIntersecting ?? true;
      },
      { rootMargin: '0px 0px 160px 0px' },
    );
    watch.observe(end);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    if (count > 0 && atEnd.current) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  return ref;
}
