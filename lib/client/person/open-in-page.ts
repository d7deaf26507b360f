import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import { announceChat, isPageLeft } from '../exit/open-chat.ts';
import { openHelpPortal } from '../portal/help-portal.ts';
import { leftBeacon } from '../portal/left-beacon.ts';
import { openPersonChat } from './conversation.ts';
import type { MoveOutcome } from './move-on.ts';
import type { ChatPrefs, ChatTarget, PersonChat } from './person-chat.ts';
import type { PersonView } from './view.ts';

const isOver = (chat: PersonChat): boolean => {
  const { kind } = chat.getSnapshot().phase;
  return kind === 'ended' || kind === 'refused';
};

/**
 * Asks before a reload or a close, which would end the chat for good, or leave on the server what could not
 * be deleted yet. A page that is covered is being left on purpose: then a question would be the worst thing
 * to show. So it is while everything can still be brought back: closing the page deletes it.
 */
function askBeforeUnload(chat: PersonChat): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    const covered = document.documentElement.hasAttribute('data-covered');
    const { erasure } = chat.getSnapshot();
    const isGoing = erasure?.kind === 'deleting' || erasure?.kind === 'not_yet';
    const wanted = erasure ? isGoing : !isOver(chat);
    if (wanted && !covered) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

/**
 * What a page does when it is put away or closed. While everything is being deleted, leaving is no reason to wait:
 * a phone that sleeps counts no seconds. A page that is closed for good ends its chat, as it says it does.
 */
function watchLeaving(chat: PersonChat): () => void {
  const finish = () => {
    if (chat.unfinishedErasure().length === 0) return false;
    tellServer(chat);
    chat.eraseNow();
    return true;
  };
  const hidden = () => {
    if (document.visibilityState === 'hidden') finish();
  };
  const closed = ({ persisted }: PageTransitionEvent) => {
    if (!finish() && !persisted) endUnheard(chat);
  };
  addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', closed);
  return () => {
    removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', closed);
  };
}

/** Nobody here will say any more that the chat is over: the server hears it, unless it has already. */
function endUnheard(chat: PersonChat): void {
  if (!chat.parts.held.over) leftBeacon({ ...chat.address(), erase: null, closed: true })();
}

/** @returns what was said, to be said again when the line was cut */
function tellServer(chat: PersonChat): (() => void)[] {
  if (chat.getSnapshot().erasure?.kind === 'deleted') return [];
  const unfinished = chat.unfinishedErasure();
  const leavers = unfinished.length > 0 ? unfinished : [{ ...chat.address(), erase: null }];
  const beacons = leavers.map(leftBeacon);
  everyStep(beacons);
  return beacons;
}

/** Also where the connection stands and nothing comes through it, and where nothing could be deleted so far. */
function isInTrouble({ line, erasure }: PersonView): boolean {
  return line === 'offline' || line === 'server_down' || erasure?.kind === 'not_yet';
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Tells the chat whether its messages can be read right now. */
function watchVisibility(chat: PersonChat): () => void {
  const tell = () => chat.setVisible(document.visibilityState === 'visible' && document.hasFocus());
  const events = ['visibilitychange', 'focus', 'blur'] as const;
  for (const name of events) addEventListener(name, tell);
  tell();
  return () => {
    for (const name of events) removeEventListener(name, tell);
  };
}

/** A chat as a page has it. */
export type PageChat = PersonChat & {
  /** As `forget`, and the server hears that nobody waits for an answer. Nothing, once the page was left. */
  abandon: () => void;
  /** The page's hands off it, then what is left to do; nothing, once the page was left. */
  letGo: (last: () => void) => void;
};

/**
 * Opens a chat with everything that a page has, and tells the quick exit how to take it away.
 * @throws once the page was left
 */
export function openChatInPage(target: ChatTarget, prefs: ChatPrefs): PageChat {
  if (isPageLeft()) throw new Error('the page was left');
  const portal = openHelpPortal();
  const chat = openPersonChat(target, prefs, {
    portal,
    openPortal: openHelpPortal,
    random: systemRandom,
    now: () => Date.now(),
    later,
    online: () => navigator.onLine,
    // Seldom needed: its code comes when it is.
    prove: async (offer, ms, signal) => {
      const since = Date.now();
      try {
        const { proveInWorker } = await import('../work/prove-in-worker.ts');
        return await proveInWorker(offer, ms - (Date.now() - since), signal);
      } catch {
        return null;
      }
    },
  });
  const stops = [watchVisibility(chat), askBeforeUnload(chat), watchLeaving(chat)];
  const release = () => void everyStep(stops);
  const takeBack = announceChat({
    tellServer: () => tellServer(chat),
    closeSocket: chat.closeSocket,
    stopListening: release,
    forget: chat.forget,
    isCutOff: () => portal.isCutOff() || isInTrouble(chat.getSnapshot()),
  });
  const letGo = (last: () => void) => {
    if (takeBack()) everyStep([release, last]);
  };
  return {
    ...chat,
    letGo,
    // "End now", and at once back to the start: CLOSE may still wait behind something else.
    forget: () => letGo(() => everyStep([() => endUnheard(chat), chat.forget])),
    abandon: () => letGo(() => everyStep([() => tellServer(chat), chat.forget])),
  };
}

/**
 * "Talk to someone else": a new chat with fresh keys. Nothing links it to the first one.
 * @param onMoved the new chat has its place; the first one ends behind it
 */
export async function moveToNewChat(
  first: PageChat,
  target: ChatTarget,
  prefs: ChatPrefs,
  onMoved: (next: PageChat) => void,
): Promise<MoveOutcome> {
  // Seldom needed too; without a line there is nobody to go to, and the first chat is as it was.
  const way = await import('./move-on.ts').catch(() => null);
  if (!way) return 'failed';
  const { leaveBehind, waitForPlace } = way;
  const next = openChatInPage(target, prefs);
  const outcome = await waitForPlace(first, next, later);
  if (outcome !== 'accepted') return outcome;
  leaveBehind(first, next, later);
  onMoved(next);
  return outcome;
}
