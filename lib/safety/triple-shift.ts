/**
 * Three presses of Shift leave the page, also while typing. Capitals, digits on an AZERTY keyboard and
 * shortcuts hold Shift together with another key, so such a press never counts.
 */
export type ShiftState = {
  /** Presses that count so far. */
  presses: number;
  /** When the last of them began, in milliseconds of any steady clock. */
  lastAt: number;
  /** The press that is held now: since when, and whether another key came between. */
  held: { since: number; alone: boolean } | null;
};

export type ShiftInput =
  /**
   * `chorded`: Control, Alt or Meta is down too, as when a keyboard layout is switched. `shifted`: the key
   * is pressed with Shift, as far as the system says.
   */
  | { kind: 'down'; key: string; at: number; chorded: boolean; shifted: boolean }
  | { kind: 'up'; key: string }
  /** A finger, a mouse button, or a wheel that Shift turns aside: the person is doing something else. */
  | { kind: 'pointer' }
  /** The window lost the keyboard: a release may never be seen. */
  | { kind: 'blur' };

export type ShiftOutcome = 'nothing' | 'leave';

export const noShift: ShiftState = { presses: 0, lastAt: 0, held: null };

const PRESSES = 3;
/** After the beginning of the press before, in ms; later ones begin again at one. */
export const WITHIN_MS = 5000;

function pressed(state: ShiftState, at: number, chorded: boolean): ShiftState {
  // A second Shift key while one is down, or the repetition of a held one, is not a new press.
  if (state.held) return state;
  return { ...state, held: { since: at, alone: !chorded } };
}

function released(state: ShiftState): [ShiftState, ShiftOutcome] {
  const { held } = state;
  if (!held?.alone) return [{ ...state, held: null }, 'nothing'];
  const inTime = state.presses > 0 && held.since - state.lastAt <= WITHIN_MS;
  const presses = inTime ? state.presses + 1 : 1;
  if (presses >= PRESSES) return [noShift, 'leave'];
  return [{ presses, lastAt: held.since, held: null }, 'nothing'];
}

/**
 * Another key. With Shift although none is seen to be held, the Shift before it was pressed for it: sticky
 * keys, for people who press one key at a time, write capitals so.
 */
function other(state: ShiftState, shifted: boolean): ShiftState {
  if (state.held) return { ...state, held: { ...state.held, alone: false } };
  return shifted ? noShift : state;
}

/** True while one more press leaves; then it is said aloud. @param at by the clock of the presses */
export function isOneMore({ presses, lastAt }: ShiftState, at: number): boolean {
  return presses === PRESSES - 1 && at - lastAt <= WITHIN_MS;
}

/** One step: the new state, and what the page has to do now. */
export function nextShift(state: ShiftState, input: ShiftInput): [ShiftState, ShiftOutcome] {
  switch (input.kind) {
    case 'down':
      if (input.key === 'Shift') return [pressed(state, input.at, input.chorded), 'nothing'];
      return [other(state, input.shifted), 'nothing'];
    case 'up':
      return input.key === 'Shift' ? released(state) : [state, 'nothing'];
    case 'pointer':
      // A Shift that is held for it does not count, also where the system repeats it until it is let go.
      return [{ ...noShift, held: state.held && { ...state.held, alone: false } }, 'nothing'];
    case 'blur':
      return [{ ...state, held: null }, 'nothing'];
  }
}

/** True for keys that only a keyboard one can touch sends; the hint would puzzle everybody else. */
export function isHardwareKey(key: string): boolean {
  return ['Shift', 'Tab', 'Control', 'Alt', 'Meta', 'Escape'].includes(key);
}
