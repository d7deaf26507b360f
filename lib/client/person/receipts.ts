import {
  type AckState,
  ackDue,
  acknowledged,
  acknowledgedByText,
  noAcks,
  owe,
  show,
} from '../ticks/ack-schedule.ts';

export type ReceiptMeans = {
  now: () => number;
  later: (ms: number, run: () => void) => () => void;
  /** Sends an ACK; `read` null when nothing new was shown. */
  sendAck: (read: number | null) => void;
};

/** Tells the counsellor's side what arrived and what was on a visible screen; rarely, and together. */
export function createReceipts({ now, later, sendAck }: ReceiptMeans) {
  let state: AckState = noAcks;
  let visible = false;
  /** One more than the highest seq of the counsellor that stands in the log. */
  let next = 0;
  let cancel = () => {};

  function plan(): void {
    cancel();
    const due = ackDue(state, now());
    if (due !== null) cancel = later(Math.max(0, due - now()), fire);
  }
  function fire(): void {
    const { shown, told } = state;
    sendAck(shown > told ? shown : null);
    state = acknowledged(state, shown, now());
    plan();
  }
  return {
    arrived() {
      state = owe(state, now());
      plan();
    },
    /** A text of the counsellor stands in the log. */
    listed(seq: number) {
      next = Math.max(next, seq + 1);
      if (!visible) return;
      state = show(state, next, now());
      plan();
    },
    setVisible(isVisible: boolean) {
      visible = isVisible;
      if (!visible || next === 0) return;
      state = show(state, next, now());
      plan();
    },
    /** A message of ours left, and carried what arrived. */
    carried() {
      state = acknowledgedByText(state);
      plan();
    },
    stop: () => cancel(),
  };
}
