import { useEffect } from 'react';

/**
 * Tells whether somebody can be looking: the page is visible and has the focus.
 * @param attend called at once, and after each change; with false when the screen goes away
 */
export function useAttention(attend: (looking: boolean) => void): void {
  useEffect(() => {
    const look = () => attend(document.visibilityState === 'visible' && document.hasFocus());
    look();
    addEventListener('focus', look);
    addEventListener('blur', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      removeEventListener('focus', look);
      removeEventListener('blur', look);
      document.removeEventListener('visibilitychange', look);
      attend(false);
    };
  }, [attend]);
}
