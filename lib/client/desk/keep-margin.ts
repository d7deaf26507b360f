import type { WritableStore } from '../store.ts';
import type { ChatState } from './chat-state.ts';
import type { DeskContext } from './desk-context.ts';
import { type Margin, sealedMargin } from './margin.ts';

/** So long nothing more is chosen in a form, in ms: then it is kept. */
const REST_MS = 800;

/**
 * Hands what changes beside a conversation to the server, sealed, once it rests. A desk that is closed sooner
 * loses the last choices of a form; flags go at once.
 * @returns what stops it
 */
export function keepMargin(context: DeskContext, store: WritableStore<ChatState>): () => void {
  let kept: Margin = store.getSnapshot().margin;
  let cancel = () => {};
  let busy = false;
  let stopped = false;

  async function keep(): Promise<void> {
    const { margin, keys, mailboxId } = store.getSnapshot();
    if (busy || stopped || margin === kept) return;
    busy = true;
    const blob = Uint8Array.from(sealedMargin(keys, margin, context.random));
    const answer = await context.ask('conversation:margin', { mailboxId, blob });
    busy = false;
    kept = margin;
    // Refused: the conversation is not ours any more, and no repetition changes that.
    if (answer.ok) look();
  }

  function look(): void {
    const { margin } = store.getSnapshot();
    if (stopped || margin === kept) return;
    cancel();
    const isFlag =
      margin.danger !== kept.danger || margin.doubt !== kept.doubt || margin.off !== kept.off;
    if (isFlag) void keep();
    else cancel = context.later(REST_MS, () => void keep());
  }

  const stop = store.subscribe(look);
  return () => {
    stopped = true;
    cancel();
    stop();
  };
}
