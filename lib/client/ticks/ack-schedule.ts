/** Shortest time between two ACK frames, in ms: one of the counsellor's costs a checkpoint on the server. */
export const ACK_EVERY_MS = 5000;
/** Shortest time between two TYPING frames, in ms (decision 10). */
export const TYPING_EVERY_MS = 5000;
/** A first acknowledgement waits this long, so that "delivered" and "read" travel as one, in ms. */
const GATHER_MS = 300;

/** What we owe the other side, and what they were told. */
export type AckState = {
  /** They sent something since our last frame, and it asks for an acknowledgement. */
  owed: boolean;
  /** Everything below this seq was on our visible screen. */
  shown: number;
  /** The highest `read` that was sent. */
  told: number;
  /** When the debt began, and when the last ACK left; ms, null when there is none. */
  since: number | null;
  last: number | null;
};

export const noAcks: AckState = { owed: false, shown: 0, told: 0, since: null, last: null };

/**
 * When the next ACK is due, in ms of the same clock; null when nothing has to be told. Times that lie ahead are
 * of a clock that was set back since, and make nobody wait.
 */
export function ackDue(state: AckState, now: number): number | null {
  if (state.since === null || (!state.owed && state.shown <= state.told)) return null;
  const after = (at: number | null, ms: number) => (at === null || at > now ? now : at + ms);
  const gathered = after(state.since, GATHER_MS);
  return state.last === null ? gathered : Math.max(gathered, after(state.last, ACK_EVERY_MS));
}

/** Something arrived that wants an answer. */
export function owe(state: AckState, now: number): AckState {
  return { ...state, owed: true, since: state.since ?? now };
}

/** Everything below `seq` was on our visible screen. */
export function show(state: AckState, seq: number, now: number): AckState {
  if (seq <= state.shown) return state;
  return { ...state, shown: seq, since: state.since ?? now };
}

/** A text left: `ack` travelled with it, `read` did not. */
export function acknowledgedByText(state: AckState): AckState {
  const open = state.shown > state.told;
  return { ...state, owed: false, since: open ? state.since : null };
}

/** An ACK left that told `read` up to `told`. */
export function acknowledged(state: AckState, told: number, now: number): AckState {
  const next = { ...state, owed: false, told: Math.max(state.told, told), last: now };
  return { ...next, since: next.shown > next.told ? now : null };
}
