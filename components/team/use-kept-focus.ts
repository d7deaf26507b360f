import { useEffect } from 'react';

/** What an element stands in, the nearest first, up to the whole page. */
function placesAbove(element: Element): Element[] {
  const above = element.parentElement;
  return above ? [above, ...placesAbove(above)] : [];
}

/** Puts the focus on the first heading of a place. @returns false when none there can take it */
function landIn(place: Element): boolean {
  for (const heading of place.querySelectorAll<HTMLElement>('h1, h2, h3')) {
    heading.tabIndex = -1;
    heading.focus();
    if (document.activeElement === heading) return true;
  }
  return false;
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * What has the focus may go away by itself: somebody who waits is taken by a colleague, a chat ends, a screen
 * becomes another one. A browser then leaves whoever works by keyboard or ear nowhere; here they go on at the
 * heading above the place where they were. Whatever puts the focus somewhere better has the last word.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let at: Element | null = null;
    let above: Element[] = [];
    const look = () => {
      if (at?.isConnected || !isLost()) return;
      // Nothing of what went away is held on to: it may have shown a chat.
      at = null;
      above = above.filter((element) => element.isConnected);
      // Without a heading yet, the next change of the page is looked at too.
      above.some(landIn);
    };
    const came = ({ target }: FocusEvent) => {
      at = target instanceof Element ? target : null;
      above = at ? placesAbove(at) : [];
    };
    // Whoever presses on an empty place has left on purpose.
    const went = ({ target }: FocusEvent) =>
      setTimeout(() => {
        if (at === target && at?.isConnected && isLost()) above = [];
      });
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', came);
    document.addEventListener('focusout', went);
    return () => {
      changes.disconnect();
      document.removeEventListener('focusin', came);
      document.removeEventListener('focusout', went);
    };
  }, []);
}
