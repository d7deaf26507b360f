import { useEffect, useState } from 'react';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { isHardwareKey, nextShift, noShift, type ShiftInput } from '#lib/safety/triple-shift.ts';
import { coverPage, leavePage } from './leave-page.ts';

export type QuickExit = {
  leave: () => void;
  /** A real keyboard was used, so the hint about Shift makes sense. */
  hasKeyboard: boolean;
  /** Shift was pressed twice: one more leaves. */
  oneMore: boolean;
};

/** Listens for three presses of Shift, anywhere on the page, and leaves. */
function listenForShift(
  onOneMore: (value: boolean) => void,
  onKeyboard: () => void,
  go: () => void,
) {
  let state = noShift;
  const step = (input: ShiftInput) => {
    const [next, outcome] = nextShift(state, input);
    state = next;
    if (outcome === 'leave') return go();
    if (outcome === 'one_more') onOneMore(true);
    if (next.presses === 0) onOneMore(false);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (isHardwareKey(event.key)) onKeyboard();
    const chorded = event.ctrlKey || event.altKey || event.metaKey;
    step({ kind: 'down', key: event.key, at: event.timeStamp, chorded });
  };
  const keyUp = (event: KeyboardEvent) => step({ kind: 'up', key: event.key });
  const pointer = () => step({ kind: 'pointer' });
  const blur = () => step({ kind: 'blur' });
  addEventListener('keydown', keyDown, true);
  addEventListener('keyup', keyUp, true);
  addEventListener('pointerdown', pointer, true);
  addEventListener('blur', blur);
  return () => {
    removeEventListener('keydown', keyDown, true);
    removeEventListener('keyup', keyUp, true);
    removeEventListener('pointerdown', pointer, true);
    removeEventListener('blur', blur);
  };
}

/** The button Back must never show what was here: neither while it is kept, nor when it returns. */
function listenForReturn(go: () => void) {
  const putAway = (event: PageTransitionEvent) => {
    if (event.persisted) coverPage();
  };
  const returned = (event: PageTransitionEvent) => {
    if (event.persisted) go();
  };
  addEventListener('pagehide', putAway);
  addEventListener('pageshow', returned);
  return () => {
    removeEventListener('pagehide', putAway);
    removeEventListener('pageshow', returned);
  };
}

/** Wires the quick exit of a page; the link itself works before this runs, and without it. */
export function useQuickExit(locale: AppLocale): QuickExit {
  const [hasKeyboard, setHasKeyboard] = useState(false);
  const [oneMore, setOneMore] = useState(false);
  useEffect(() => {
    const go = () => leavePage(locale);
    const stopShift = listenForShift(setOneMore, () => setHasKeyboard(true), go);
    const stopReturn = listenForReturn(go);
    return () => {
      stopShift();
      stopReturn();
    };
  }, [locale]);
  return { leave: () => leavePage(locale), hasKeyboard, oneMore };
}
