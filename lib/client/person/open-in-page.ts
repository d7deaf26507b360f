import { systemRandom } from '#lib/crypto/random.ts';
import { announceChat, chatIsOver } from '../exit/open-chat.ts';
import { toBase64url } from '../portal/base64url.ts';
import { openHelpPortal } from '../portal/help-portal.ts';
import { sendLeftBeacon } from '../portal/left-beacon.ts';
import { openPersonChat } from './conversation.ts';
import type { ChatPrefs, ChatTarget, PersonChat } from './person-chat.ts';

// Asked before a reload or a close, which would end the chat for good. A page that is covered is being
// left on purpose: then a question would be the worst thing to show.
function askBeforeUnload(event: BeforeUnloadEvent): void {
  if (!document.documentElement.hasAttribute('data-covered')) event.preventDefault();
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

/** Opens a chat with everything that a page has, and tells the quick exit how to take it away. */
export function openChatInPage(target: ChatTarget, prefs: ChatPrefs): PersonChat {
  const chat = openPersonChat(target, prefs, {
    portal: openHelpPortal(),
    random: systemRandom,
    now: () => Date.now(),
    later,
    online: () => navigator.onLine,
  });
  const stopWatching = watchVisibility(chat);
  addEventListener('beforeunload', askBeforeUnload);
  const release = () => {
    stopWatching();
    removeEventListener('beforeunload', askBeforeUnload);
  };
  announceChat({
    tellServer() {
      const { mailboxId, token } = chat.address();
      sendLeftBeacon(mailboxId, toBase64url(token));
    },
    closeSocket: chat.closeSocket,
    forget() {
      release();
      chat.forget();
    },
  });
  const stop = chat.subscribe(() => {
    const { kind } = chat.getSnapshot().phase;
    if (kind !== 'ended' && kind !== 'refused') return;
    stop();
    release();
  });
  return {
    ...chat,
    forget() {
      chatIsOver();
      release();
      chat.forget();
    },
  };
}
