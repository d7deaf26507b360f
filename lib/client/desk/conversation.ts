import { wipeDeep } from '#lib/crypto/conversation/wipe-session.ts';
import { toHex, wipe } from '#lib/crypto/primitives/bytes.ts';
import type { Frame } from '#lib/protocol/frames.ts';
import type { Presence } from '#lib/protocol/team/conversation-events.ts';
import { createStore, type Store } from '../store.ts';
import { type ChatState, withFrames } from './chat-state.ts';
import { type Deletion, deletionOf } from './deleted.ts';
import type { DeskContext } from './desk-context.ts';
import {
  fitsOneMessage,
  withEnd,
  withPresence,
  withShown,
  withText,
  withTyping,
} from './intents.ts';
import { keepMargin } from './keep-margin.ts';
import { emptyMargin, type Margin } from './margin.ts';
import { withFlags } from './off-the-table.ts';
import { isOnItsWay, obstaclesOf, proposalOf, withProposed } from './propose.ts';
import { createRunner } from './runner.ts';
import { storeSignals } from './store-signals.ts';
import { emptyThread } from './thread.ts';

/** One conversation of this desk. */
export type Conversation = Store<ChatState> & {
  /** Puts a text into the log and the outbox. @returns false when it is too long for one message */
  send: (text: string) => boolean;
  /** Changes what is kept beside the conversation. */
  setMargin: (change: Partial<Omit<Margin, 'off'>>) => void;
  /** Proposes what the form holds; each scope once in a conversation. @returns whether it goes out */
  propose: () => boolean;
  /** The counsellor is writing. */
  type: () => void;
  /** What has arrived so far was on the visible, focused screen. */
  show: () => void;
  /** Replaces the person's screen by a neutral text, ahead of everything that waits to be sent. */
  clearScreen: () => void;
  /** CLOSE and the end, behind what is still in the outbox. @param kindly said first, where it was abused */
  end: (kindly: string | null) => void;
  arrive: (frames: readonly Frame[]) => void;
  setPresence: (presence: Presence) => void;
  /** The server says that it is over. */
  closed: () => void;
  /** Nothing is sent any more; timers stop and keys are overwritten. */
  stop: () => void;
  /** The same, and no word of it stays. @param last what the person left behind */
  erase: (last: Frame | null) => Deletion;
};

/** A conversation that was taken, or read from the server, and goes on here. */
export function createConversation(context: DeskContext, initial: ChatState): Conversation {
  const store = createStore(withFlags(initial));
  const runner = createRunner(context, store);
  const doing = (step: (state: ChatState) => ChatState) => {
    store.set(step(store.getSnapshot()));
    runner.wake();
  };
  const stopStoring = storeSignals(context, store);
  const stopKeeping = keepMargin(context, store);
  const stop = () => {
    runner.stop();
    stopStoring();
    stopKeeping();
    const { keys, held } = store.getSnapshot();
    wipe(keys.csk, keys.ask);
    wipeDeep(held.session);
  };
  runner.wake();
  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    send(text) {
      if (!fitsOneMessage(text)) return false;
      const minute = Math.floor(context.now() / 60_000);
      doing((state) => withText(state, `o${toHex(context.random(8))}`, text, minute));
      return true;
    },
    setMargin: (change) =>
      doing((state) => withFlags({ ...state, margin: { ...state.margin, ...change } })),
    propose() {
      const state = store.getSnapshot();
      const terms = context.signalTerms();
      const day = Math.floor(context.now() / 86_400_000);
      if (!terms || isOnItsWay(state) || obstaclesOf(state, terms, day).length > 0) return false;
      const proposal = proposalOf(state.margin, terms, day);
      const id = `s${toHex(context.random(8))}`;
      doing((current) => withProposed(current, id, proposal, context.now()));
      return true;
    },
    type: () => doing((state) => withTyping(state, context.now())),
    show: () => doing((state) => withShown(state, context.now())),
    clearScreen: () =>
      doing((state) => (state.phase === 'open' ? { ...state, clearing: true } : state)),
    end: (kindly) =>
      doing((state) => withEnd(state, `o${toHex(context.random(8))}`, kindly, context.now())),
    arrive: (frames) => doing((state) => withFrames(state, frames)),
    setPresence: (presence) => doing((state) => withPresence(state, presence)),
    closed: () => doing((state) => ({ ...state, phase: 'ended' })),
    stop,
    erase(last) {
      const state = store.getSnapshot();
      const why = deletionOf(state.held.session, last);
      stop();
      store.set({
        ...state,
        thread: emptyThread,
        person: null,
        inbox: [],
        outbox: [],
        proposals: [],
        margin: emptyMargin,
      });
      return why;
    },
  };
}
