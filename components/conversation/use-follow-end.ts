import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { LogEntry } from './entries.ts';
import { useFootRoom } from './use-foot-room.ts';

const isOwn = (entry: LogEntry) => entry.kind === 'message' && entry.from === 'us';

/**
 * Keeps the end of a list in sight while it grows, and while the room for it gets less: a soft keyboard
 * comes, or what stands over the foot of the page grows. Whoever scrolled up to read is left there, until they
 * say something themselves.
 * @param footRef what covers the foot of the page; absent: nothing does
 * @returns the ref of an element that stands after the last entry; whether something came below what is
 *   in sight; and what goes there
 */
export function useFollowEnd(
  entries: readonly LogEntry[],
  footRef?: RefObject<HTMLElement | null>,
): {
  endRef: RefObject<HTMLDivElement | null>;
  isBehind: boolean;
  toEnd: () => void;
} {
  const endRef = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  // A card comes as a chunk, later than its place in the list; what a press unfolds is read from its top.
  const settling = useRef(true);
  const [isBehind, setBehind] = useState(false);

  const show = useCallback(() => endRef.current?.scrollIntoView({ block: 'nearest' }), []);
  const toEnd = useCallback(() => {
    atEnd.current = true;
    setBehind(false);
    show();
  }, [show]);

  useEffect(() => {
    const end = endRef.current;
    const list = end?.parentElement;
    if (!end || !list) return;
    // A margin below: one line beyond the edge still counts as being at the end.
    const watch = new IntersectionObserver(
      ([seen]) => {
        atEnd.current = seen?.isIntersecting ?? true;
        if (atEnd.current) setBehind(false);
      },
      { rootMargin: '0px 0px 160px 0px' },
    );
    watch.observe(end);
    const grown = new ResizeObserver(() => {
      if (atEnd.current && settling.current) show();
    });
    grown.observe(list);
    const settle = () => {
      settling.current = false;
    };
    list.addEventListener('click', settle, true);
    return () => {
      watch.disconnect();
      grown.disconnect();
      list.removeEventListener('click', settle, true);
    };
  }, [show]);

  useFootRoom(endRef, footRef, atEnd, show);

  const count = entries.length;
  const own = entries.filter(isOwn).length;
  const before = useRef({ count, own });
  useEffect(() => {
    const grew = count > before.current.count;
    const spoke = own > before.current.own;
    before.current = { count, own };
    if (count === 0) return;
    if (grew) settling.current = true;
    if (spoke) toEnd();
    else if (atEnd.current) show();
    else if (grew) setBehind(true);
  }, [count, own, show, toEnd]);
  return { endRef, isBehind, toEnd };
}
