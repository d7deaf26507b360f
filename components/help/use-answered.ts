import { type RefObject, useEffect, useRef } from 'react';
import type { PersonView } from '#lib/client/person/view.ts';

/**
 * Somebody answered: the page comes to where that stands, wherever the person was reading. What they read is gone
 * then, and with it the place of a keyboard.
 */
export function useAnswered(
  kind: PersonView['phase']['kind'],
  headingRef: RefObject<HTMLElement | null>,
  footRef: RefObject<HTMLElement | null>,
): void {
  const before = useRef(kind);
  useEffect(() => {
    const waited = before.current === 'waiting' || before.current === 'opening';
    before.current = kind;
    if (!waited || kind !== 'open') return;
    if (document.activeElement === document.body)
      headingRef.current?.focus({ preventScroll: true });
    footRef.current?.scrollIntoView({ block: 'end' });
  }, [kind, headingRef, footRef]);
}
