import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { Store } from '../store.ts';
import type { TeamSession } from '../team/team-session.ts';
import { type Alerts, browserAlerts, type NotificationWords } from './alerts.ts';
import { chosenAlerts } from './chosen-alerts.ts';
import { createDesk, type Desk } from './desk.ts';
import type { DeskMeans } from './desk-context.ts';

/** The desk of this document, with its two ways to call. */
export type PageDesk = {
  desk: Desk;
  alerts: Store<Alerts> & {
    setSound: (on: boolean) => void;
    /** Asks the browser when it is turned on. */
    setNotify: (on: boolean) => Promise<void>;
    /** Fixed words, in the language of the page. */
    setWords: (words: NotificationWords) => void;
  };
};

const browserMeans: DeskMeans = {
  now: Date.now,
  random: systemRandom,
  later(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

// Keyed by the session and never stored: a desk lives through a visit to the office, and ends with
// the session, when it locks.
const desks = new WeakMap<TeamSession, PageDesk>();

function open(session: TeamSession): PageDesk {
  const devices = browserAlerts();
  const store = chosenAlerts(session.view.memberId);
  let words: NotificationWords | null = null;
  const call = () => {
    const { sound, notify } = store.getSnapshot();
    if (sound) devices.chime();
    if (notify === 'on' && words && !document.hasFocus()) devices.notify(words);
  };
  return {
    desk: createDesk(session, browserMeans, call),
    alerts: {
      getSnapshot: store.getSnapshot,
      subscribe: store.subscribe,
      setSound: (sound) => store.set({ ...store.getSnapshot(), sound }),
      async setNotify(on) {
        const notify = on ? await devices.askToNotify() : 'off';
        store.set({ ...store.getSnapshot(), notify });
      },
      setWords(next) {
        words = next;
      },
    },
  };
}

/**
 * Asks before the window closes while a text waits to be sent. A desk that locks does not ask: that is for whoever
 * has gone, and must not be held up.
 */
function askBeforeUnload(desk: Desk): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    if (desk.hasUnsent()) event.preventDefault();
  };
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

/** The one desk of a session in this document. */
export function pageDesk(session: TeamSession): PageDesk {
  const known = desks.get(session);
  if (known) return known;
  const desk = open(session);
  desks.set(session, desk);
  const stopAsking = askBeforeUnload(desk.desk);
  // What a screen drew last still knows the session for a while; from there no way leads to the chats.
  session.beforeLock(async () => {
    stopAsking();
    desks.delete(session);
  });
  return desk;
}
