import { type RefObject, useEffect, useRef, useState } from 'react';

/**
 * Keeps the end of a list in sight while it grows, unless the reader has scrolled up to read.
 * @returns the ref of an element that stands after the last entry; whether something came below what is
 *   in sight; and what goes there
 */
export function useFollowEnd(count: number): {
  endRef: RefObject<HTMLDivElement | null>;
  isBehind: boolean;
  toEnd: () => void;
} {
  const endRef = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [isBehind, setBehind] = useState(false);

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

  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    before.current = count;
    if (count === 0) return;
    if (atEnd.current) endRef.current?.scrollIntoView({ block: 'nearest' });
    else if (grew) setBehind(true);
  }, [count]);
  const toEnd = () => {
    atEnd.current = true;
    setBehind(false);
    endRef.current?.scrollIntoView({ block: 'nearest' });
  };
  return { endRef, isBehind, toEnd };
}
