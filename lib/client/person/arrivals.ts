import type { Expected } from '#lib/crypto/organisation/team-bundle.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { FrameId } from '#lib/protocol/ids.ts';
import { type Both, takeFrame } from './incoming.ts';
import type { ChatMeans } from './person-chat.ts';
import type { createReceipts } from './receipts.ts';

/** How long "is writing" stands after its last sign, in ms; the signs come every 5 s at most. */
const TYPING_MS = 7000;

type ArrivalMeans = {
  means: ChatMeans;
  expected: () => Expected;
  both: () => Both;
  adopt: (both: Both) => void;
  receipts: ReturnType<typeof createReceipts>;
  /** A frame could not be read, or both sides no longer agree on what was said. */
  onBroken: () => void;
  /** Something came before the CLAIM that opens it: the relay has one that was not told here. */
  onEarly: () => void;
};

/**
 * Takes in what the relay brings: each frame once, however often it comes, then tells it to forget it. What came
 * before the CLAIM is neither taken nor forgotten until it can be read.
 */
export function createArrivals(arrivalMeans: ArrivalMeans) {
  const { means, expected, both, adopt, receipts, onBroken, onEarly } = arrivalMeans;
  const { portal, later } = means;
  const taken = new Set<FrameId>();
  let early: Frame[] = [];
  let stopped = false;
  let cancelTyping = () => {};

  /** @returns false when it has to wait for the CLAIM */
  function open({ blob }: Frame): boolean {
    const opened = takeFrame(both(), blob, expected());
    if (opened.early) return false;
    const { session, view, owes, typing, broken } = opened;
    adopt({ session, view });
    if (typing) {
      cancelTyping();
      cancelTyping = later(TYPING_MS, () => {
        const now = both();
        adopt({ ...now, view: { ...now.view, counsellorTyping: false } });
      });
    }
    // Behind a neutral text nothing is read, whatever arrives.
    if (view.cleared) receipts.setVisible(false);
    const last = view.entries.at(-1);
    if (last?.kind === 'message' && last.from === 'them') receipts.listed(last.seq);
    if (owes) receipts.arrived();
    if (broken) onBroken();
    return true;
  }

  function take(frame: Frame): void {
    const { frameId } = frame;
    if (stopped) return;
    if (!taken.has(frameId)) {
      taken.add(frameId);
      if (!open(frame)) {
        taken.delete(frameId);
        if (!early.some((other) => other.frameId === frameId)) early.push(frame);
        return;
      }
    }
    // A confirmation that is lost is no harm: the frame comes again and is confirmed again.
    void portal.request('frame:confirm', { frameIds: [frameId] });
    takeAll([]);
  }

  /** All that the relay keeps, in its order; behind it what waits here. */
  function takeAll(frames: readonly Frame[]): void {
    for (const frame of [...frames, ...early.splice(0)]) take(frame);
  }

  return {
    takeAll,
    /** One that was just told. */
    take(frame: Frame): void {
      const waited = early.length > 0;
      take(frame);
      if (!waited && early.length > 0) onEarly();
    },
    stop() {
      stopped = true;
      early = [];
      cancelTyping();
    },
  };
}
