import { useCallback, useEffect, useState } from 'react';
import type { MoveOutcome } from '#lib/client/person/move-on.ts';
import type { ChatPrefs } from '#lib/client/person/person-chat.ts';
import { prepareChat, usePersonChat } from '#lib/client/person/use-person-chat.ts';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import { useHelpLanguage } from './help-language.tsx';

/** ISO 3166, with ZZ for "another country"; null for not said. */
function countryCode(country: CountryChoice | null): string | null {
  if (country === 'other') return 'ZZ';
  return country === 'unknown' ? null : country;
}

/** What the person said so far. */
type Said = { country: CountryChoice | null; danger: boolean };

type StartState = 'no' | 'starting' | 'failed';

/** Starts a chat, and fetches what it needs while the person still reads (`isNear`). */
export function useStartChat(isNear: boolean) {
  const { locale, needChatWords } = useHelpLanguage();
  const { chat, start: open, moveOn: openNext, leave } = usePersonChat();
  const [state, setState] = useState<StartState>('no');

  useEffect(() => {
    if (!isNear) return;
    prepareChat();
    void import('./chat-screen.tsx').catch(() => {});
    void needChatWords().catch(() => {});
  }, [isNear, needChatWords]);

  /** @param isWanted asked again before anything is opened: the person may have gone back meanwhile */
  const start = useCallback(
    async (organisation: Listed, said: Said, isWanted: () => boolean) => {
      setState('starting');
      try {
        // No chat is opened for which there would be no screen.
        await Promise.all([needChatWords(), import('./chat-screen.tsx')]);
        const { danger } = said;
        const known = { age: 'not-said', country: countryCode(said.country) } as const;
        const prefs: ChatPrefs = { ...known, language: locale, danger };
        const opened = await open(organisation, prefs, isWanted);
        if (isWanted()) setState(opened ? 'no' : 'failed');
        return opened;
      } catch {
        if (isWanted()) setState('failed');
        return false;
      }
    },
    [locale, needChatWords, open],
  );
  const moveOn = async (
    organisation: Listed,
    country: CountryChoice | null,
  ): Promise<MoveOutcome> => {
    if (!chat) return 'dropped';
    // Age and danger as they were said in the first chat: nobody is asked twice.
    const prefs = { ...chat.prefs(), language: locale, country: countryCode(country) };
    return openNext(chat, organisation, prefs);
  };
  return { chat, state, start, moveOn, leave, setState };
}
