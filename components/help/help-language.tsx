'use client';

import { NextIntlClientProvider } from 'next-intl';
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { directionOf } from '#lib/i18n/direction.ts';
import { type HelpContent, loadHelpContent } from '#lib/i18n/help-content.ts';
import { loadChatWords } from '#lib/i18n/load-help-words.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';

type ChatWords = Awaited<ReturnType<typeof loadChatWords>>;
type Loaded = { locale: AppLocale; content: HelpContent; chat: ChatWords | null };

type HelpLanguage = {
  locale: AppLocale;
  content: HelpContent;
  /** Other words in place: nothing navigates, so a chat and an unsent message stay. */
  changeTo: (locale: AppLocale) => Promise<void>;
  /** The last change did not come; everything stays as it was. */
  hasFailed: boolean;
  hasChatWords: boolean;
  /** Asks for the words of waiting and talking; later changes of language bring them along. */
  needChatWords: () => Promise<void>;
};

const LanguageContext = createContext<HelpLanguage | null>(null);

function showInAddress(locale: AppLocale): void {
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  const rest = location.pathname.replace(/^\/[^/]+/, '');
  history.replaceState(null, '', `/${locale}${rest}`);
}

type ProviderProps = { locale: AppLocale; content: HelpContent; children: ReactNode };

/** Gives the help side its words, and replaces them when the person chooses another language. */
export function HelpLanguageProvider({ locale, content, children }: ProviderProps) {
  const [loaded, setLoaded] = useState<Loaded>({ locale, content, chat: null });
  const [hasFailed, setFailed] = useState(false);
  /** `shown`: the words on the screen; `asked`: those that are on their way, or the same. */
  const state = useRef({ shown: locale, asked: locale, needsChat: false });

  const changeTo = useCallback(async (next: AppLocale) => {
    const now = state.current;
    now.asked = next;
    setFailed(false);
    try {
      const nextContent = await loadHelpContent(next);
      const chat = now.needsChat ? await loadChatWords(next) : null;
      // Somebody pressed again meanwhile: the later wish is loading, or has loaded, by itself.
      if (now.asked !== next) return;
      now.shown = next;
      showInAddress(next);
      setLoaded({ locale: next, content: nextContent, chat });
    } catch {
      if (now.asked !== next) return;
      now.asked = now.shown;
      setFailed(true);
    }
  }, []);

  const needChatWords = useCallback(async () => {
    state.current.needsChat = true;
    const { shown } = state.current;
    const chat = await loadChatWords(shown);
    setLoaded((before) => (before.locale === shown ? { ...before, chat } : before));
  }, []);

  const value = useMemo<HelpLanguage>(
    () => ({
      locale: loaded.locale,
      content: loaded.content,
      hasChatWords: loaded.chat !== null,
      hasFailed,
      changeTo,
      needChatWords,
    }),
    [loaded, hasFailed, changeTo, needChatWords],
  );
  const messages = useMemo(
    () => ({ help: loaded.content.words, ...(loaded.chat ? { chat: loaded.chat } : {}) }),
    [loaded],
  );
  return (
    <LanguageContext value={value}>
      <NextIntlClientProvider locale={loaded.locale} messages={messages} timeZone="UTC">
        {children}
      </NextIntlClientProvider>
    </LanguageContext>
  );
}

/** The language of the help side. @throws outside its layout, which would be a bug. */
export function useHelpLanguage(): HelpLanguage {
  const value = use(LanguageContext);
  if (!value) throw new Error('useHelpLanguage outside HelpLanguageProvider');
  return value;
}
