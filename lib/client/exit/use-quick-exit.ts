import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { watchShiftWheel } from '#lib/safety/shift-wheel.ts';
import {
  isHardwareKey,
  isOneMore,
  nextShift,
  noShift,
  type ShiftInput,
  WITHIN_MS,
} from '#lib/safety/triple-shift.ts';
import { coverPage, leavePage } from './leave-page.ts';

export type QuickExit = {
  leave: () => void;
  /** A real keyboard was used, so the hint about Shift makes sense. */
  hasKeyboard: boolean;
  /** Shift was pressed twice: one more leaves. */
  oneMore: boolean;
  /** The page was left: nothing may be shown any more, nor kept for showing it. */
  hasLeft: boolean;
};

/** Listens for three presses of Shift, anywhere on the page, and leaves. */
function listenForShift(
  onOneMore: (value: boolean) => void,
  onKeyboard: () => void,
  go: () => void,
) {
  let state = noShift;
  let forgetPresses: ReturnType<typeof setTimeout> | undefined;
  const step = (input: ShiftInput, at: number) => {
    const [next, outcome] = nextShift(state, input);
    const isNew = next.presses > state.presses;
    state = next;
    if (outcome === 'leave') return go();
    onOneMore(isOneMore(next, at));
    if (!isNew) return;
    // What is said must not stand there when it is no longer true.
    clearTimeout(forgetPresses);
    forgetPresses = setTimeout(() => onOneMore(false), next.lastAt + WITHIN_MS - at);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (isHardwareKey(event.key)) onKeyboard();
    const chorded = event.ctrlKey || event.altKey || event.metaKey;
    const { key, timeStamp: at, shiftKey: shifted } = event;
    step({ kind: 'down', key, at, chorded, shifted }, at);
  };
  const keyUp = ({ key, timeStamp }: KeyboardEvent) => step({ kind: 'up', key }, timeStamp);
  const pointer = ({ timeStamp }: Event) => step({ kind: 'pointer' }, timeStamp);
  const isForWheel = watchShiftWheel();
  const wheel = (event: WheelEvent) => {
    if (isForWheel(event.timeStamp, event.shiftKey)) pointer(event);
  };
  const blur = ({ timeStamp }: Event) => step({ kind: 'blur' }, timeStamp);
  addEventListener('keydown', keyDown, true);
  addEventListener('keyup', keyUp, true);
  addEventListener('pointerdown', pointer, true);
  addEventListener('wheel', wheel, { capture: true, passive: true });
  addEventListener('blur', blur);
  return () => {
    clearTimeout(forgetPresses);
    removeEventListener('keydown', keyDown, true);
    removeEventListener('keyup', keyUp, true);
    removeEventListener('pointerdown', pointer, true);
    removeEventListener('wheel', wheel, true);
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
  const [hasLeft, setHasLeft] = useState(false);
  // Screens hold what was said and what was not yet sent; unmounted, they hold nothing.
  const leave = useCallback(
    () => leavePage(locale, () => flushSync(() => setHasLeft(true))),
    [locale],
  );
  useEffect(() => {
    const stopShift = listenForShift(setOneMore, () => setHasKeyboard(true), leave);
    const stopReturn = listenForReturn(leave);
    return () => {
      stopShift();
      stopReturn();
    };
  }, [leave]);
  return { leave, hasKeyboard, oneMore, hasLeft };
}
