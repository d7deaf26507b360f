import type { HelpPortal } from '../portal/help-portal.ts';
import { createDeletion } from './deletion.ts';
import { change, type Parts } from './parts.ts';
import { goodbye, silence } from './traffic.ts';
import { type Erasure, newView } from './view.ts';
import { wipeAll } from './wipe-all.ts';

const UNDO_SECONDS = 5;
/** How long the server may take before the page says that it is not deleted there yet, in ms. */
const NOT_YET_MS = 4000;
const AGAIN_MS = 1000;

const isUnfinished = (erasure: Erasure | null): boolean =>
  erasure !== null && erasure.kind !== 'deleted';

/** "Delete everything" of one chat: the seconds in which it can be taken back, then here, then there. */
export function createErasing(parts: Parts) {
  const { means, store, held, token } = parts;
  let portal: HelpPortal | null = null;
  let asking = false;
  const deletion = createDeletion(parts);
  let cancel = () => {};
  let cancelNotYet = () => {};

  const now = () => store.getSnapshot().erasure;
  const tell = (erasure: Erasure | null) => change(parts, (view) => ({ ...view, erasure }));

  function count(seconds: number): void {
    if (seconds === 0) {
      eraseHere();
      return;
    }
    tell({ kind: 'undo', seconds });
    cancel = means.later(1000, () => count(seconds - 1));
  }

  // What is here goes first, whatever the network does: that much is in our hand.
  function eraseHere(): void {
    goodbye(parts);
    silence(parts);
    deletion.gather();
    wipeAll(parts);
    store.set({ ...newView, erasure: { kind: 'deleting' } });
    cancelNotYet = means.later(NOT_YET_MS, trouble);
    portal = means.openPortal();
    portal.onConnection((connected) => (connected ? void ask() : trouble()));
  }

  function trouble(): void {
    if (now()?.kind === 'deleting') tell({ kind: 'not_yet' });
  }

  // The same request until it is answered: what is deleted already is answered the same way.
  async function ask(): Promise<void> {
    const line = portal;
    if (asking || !line) return;
    asking = true;
    cancel();
    const isDone = await deletion.ask(line);
    asking = false;
    if (portal !== line) return;
    if (isDone) return finish();
    trouble();
    cancel = means.later(AGAIN_MS, ask);
  }

  function finish(): void {
    stop();
    token.fill(0);
    tell({ kind: 'deleted' });
  }

  function stop(): void {
    cancel();
    cancelNotYet();
    deletion.forget();
    portal?.close();
    portal = null;
  }

  return {
    begin(): void {
      const { erasure, phase } = store.getSnapshot();
      if (erasure !== null || phase.kind === 'refused') return;
      // Nobody reads what nobody sees.
      parts.receipts.setVisible(false);
      count(UNDO_SECONDS);
    },
    undo(): void {
      if (now()?.kind !== 'undo') return;
      cancel();
      tell(null);
      parts.receipts.setVisible(held.visible);
    },
    unfinished: () =>
      isUnfinished(now()) ? { last: goodbye(parts), consents: deletion.pending() } : null,
    stop,
  };
}
