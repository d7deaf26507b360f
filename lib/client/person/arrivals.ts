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
};

/** Takes in what the relay brings: each frame once, however often it comes, then tells it to forget it. */
export function createArrivals({ means, expected, both, adopt, receipts, onBroken }: ArrivalMeans) {
  const { portal, later } = means;
  const taken = new Set<FrameId>();
  let stopped = false;
  let cancelTyping = () => {};

  function open({ blob }: Frame): void {
    const { session, view, owes, typing, broken } = takeFrame(both(), blob, expected());
    adopt({ session, view });
    cancelTyping();
    if (typing)
      cancelTyping = later(TYPING_MS, () => {
        const now = both();
        adopt({ ...now, view: { ...now.view, counsellorTyping: false } });
      });
    // Behind a neutral text nothing is read, whatever arrives.
    if (view.cleared) receipts.setVisible(false);
    const last = view.entries.at(-1);
    if (last?.kind === 'message' && last.from === 'them') receipts.listed(last.seq);
    if (owes) receipts.arrived();
    if (broken) onBroken();
  }

  return {
    take(frame: Frame): void {
      if (stopped) return;
      if (!taken.has(frame.frameId)) {
        taken.add(frame.frameId);
        open(frame);
      }
      // A confirmation that is lost is no harm: the frame comes again and is confirmed again.
      void portal.request('frame:confirm', { frameIds: [frame.frameId] });
    },
    stop() {
      stopped = true;
      cancelTyping();
    },
  };
}
