import { useEffect, useRef } from 'react';

/** What the desk's keys do. None is a letter: screen readers and writing need those. */
export type DeskKeys = {
  toWaiting: () => void;
  toUnread: () => void;
  toBox: () => void;
  /** 1 for the next chat, -1 for the one before. */
  step: (by: 1 | -1) => void;
};

function actionOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.altKey) {
    if (event.key === 'ArrowDown') return () => keys.step(1);
    if (event.key === 'ArrowUp') return () => keys.step(-1);
    return null;
  }
  if (event.key === 'F2') return keys.toWaiting;
  if (event.key === 'F8') return keys.toUnread;
  return event.key === 'F9' ? keys.toBox : null;
}

/** Listens on the whole page. */
export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const action = actionOf(event, latest.current);
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', down);
    return () => removeEventListener('keydown', down);
  }, []);
}
