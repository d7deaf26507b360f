import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Organisation } from '../site/organisation.ts';
import type { MoveOutcome } from './move-on.ts';
import type { PageChat } from './open-in-page.ts';
import type { ChatPrefs, PersonChat } from './person-chat.ts';
import type { PersonView } from './view.ts';

const load = () => import('./open-in-page.ts');

/** Fetches the code of a chat ahead, while the person reads. A failure shows when it is needed. */
export function prepareChat(): void {
  void load().catch(() => {});
}

/** At most one chat of this page, or two while one person goes on with somebody else. */
export function usePersonChat() {
  const [chat, setChat] = useState<PageChat | null>(null);

  /**
   * @param isWanted asked once the code is here, which takes long on a bad line
   * @returns false when nothing was opened: not wanted any more, no code, or no valid key of the organisation
   */
  const start = useCallback(
    async (organisation: Organisation, prefs: ChatPrefs, isWanted: () => boolean) => {
      const { team } = organisation;
      if (!team) return false;
      try {
        const { openChatInPage } = await load();
        if (!isWanted()) return false;
        setChat(openChatInPage({ ...organisation, team }, prefs));
        return true;
      } catch {
        return false;
      }
    },
    [],
  );

  /** A new chat in place of this one, which stays until the new one has its place. */
  const moveOn = useCallback(
    async (first: PageChat, organisation: Organisation, prefs: ChatPrefs): Promise<MoveOutcome> => {
      const { team } = organisation;
      if (!team) return 'failed';
      try {
        const { moveToNewChat } = await load();
        return await moveToNewChat(first, { ...organisation, team }, prefs, setChat);
      } catch {
        return 'failed';
      }
    },
    [],
  );

  const leave = useCallback(() => {
    setChat((running) => {
      running?.forget();
      return null;
    });
  }, []);

  return { chat, start, moveOn, leave };
}

/** What the chat's screen shows; follows every change. */
export function usePersonView(chat: PersonChat): PersonView {
  return useSyncExternalStore(chat.subscribe, chat.getSnapshot, chat.getSnapshot);
}
