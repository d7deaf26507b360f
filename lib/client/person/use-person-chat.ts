import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Organisation } from '../site/organisation.ts';
import type { ChatPrefs, PersonChat } from './person-chat.ts';
import type { PersonView } from './view.ts';

const load = () => import('./open-in-page.ts');

/** Fetches the code of a chat ahead, while the person reads. A failure shows when it is needed. */
export function prepareChat(): void {
  void load().catch(() => {});
}

/** At most one chat of this page. */
export function usePersonChat() {
  const [chat, setChat] = useState<PersonChat | null>(null);

  /** @returns false when the code could not be fetched, or the organisation has no valid key */
  const start = useCallback(async (organisation: Organisation, prefs: ChatPrefs) => {
    const { team } = organisation;
    if (!team) return false;
    try {
      const { openChatInPage } = await load();
      setChat(openChatInPage({ ...organisation, team }, prefs));
      return true;
    } catch {
      return false;
    }
  }, []);

  const leave = useCallback(() => {
    setChat((running) => {
      running?.forget();
      return null;
    });
  }, []);

  return { chat, start, leave };
}

/** What the chat's screen shows; follows every change. */
export function usePersonView(chat: PersonChat): PersonView {
  return useSyncExternalStore(chat.subscribe, chat.getSnapshot, chat.getSnapshot);
}
