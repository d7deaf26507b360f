import type { Leaver } from '../portal/left-beacon.ts';
import { createDeletion, type EarlierChat } from './deletion.ts';
import { change, type Parts } from './parts.ts';
import { look } from './traffic.ts';
import { type Erasure, newView } from './view.ts';

const UNDO_SECONDS = 5;
/** How long the server may take before the page says that it is not deleted there yet, in ms. */
const NOT_YET_MS = 4000;

const isUnfinished = (erasure: Erasure | null): boolean =>
  erasure !== null && erasure.kind !== 'deleted';

/**
 * "Delete everything": the seconds in which it can be taken back, then here, then there. Everything is this
 * chat, and those that the person moved on from.
 */
export function createErasing(parts: Parts) {
  const { means, store } = parts;
  const own = createDeletion(parts);
  const earlier: EarlierChat[] = [];
  let cancel = () => {};
  let cancelNotYet = () => {};

  const all = () => [own, ...earlier.map(({ deletion }) => deletion)];
  const now = () => store.getSnapshot().erasure;
  const tell = (erasure: Erasure | null) => change(parts, (view) => ({ ...view, erasure }));

  function count(seconds: number): void {
    if (seconds === 0) {
      erase();
      return;
    }
    tell({ kind: 'undo', seconds });
    cancel = means.later(1000, () => count(seconds - 1));
  }

  function erase(): void {
    const chats = all();
    for (const { wipe } of chats) wipe();
    store.set({ ...newView, erasure: { kind: 'deleting' } });
    cancelNotYet = means.later(NOT_YET_MS, trouble);
    let left = chats.length;
    const done = () => {
      left -= 1;
      if (left > 0) return;
      stop();
      tell({ kind: 'deleted' });
    };
    for (const { begin } of chats) begin({ trouble, done });
  }

  function trouble(): void {
    if (now()?.kind === 'deleting') tell({ kind: 'not_yet' });
  }

  function stop(): void {
    cancel();
    cancelNotYet();
    for (const one of all()) one.stop();
  }

  return {
    begin(): void {
      const { erasure, phase } = store.getSnapshot();
      if (erasure !== null || phase.kind === 'refused') return;
      count(UNDO_SECONDS);
      look(parts);
    },
    undo(): void {
      if (now()?.kind !== 'undo') return;
      cancel();
      tell(null);
      look(parts);
    },
    /** Whoever leaves has taken nothing back. */
    now(): void {
      if (now()?.kind !== 'undo') return;
      cancel();
      erase();
    },
    unfinished: (): readonly Leaver[] =>
      isUnfinished(now()) ? all().map(({ leaver }) => leaver()) : [],
    earlier,
    own,
    stop,
  };
}
