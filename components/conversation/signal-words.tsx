import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { loadSignalWords } from '#lib/i18n/load-signal-words.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';

type Loaded = { locale: AppLocale; words: Awaited<ReturnType<typeof loadSignalWords>> };

type SignalWordsProps = {
  /** Until the words are here; in a language that was just chosen the old ones stay till then. */
  fallback?: ReactNode;
  children: ReactNode;
};

/** Gives everything inside the words of signals, in the language of the page. */
export function SignalWords({ fallback = null, children }: SignalWordsProps) {
  const locale = useLocale();
  const messages = useMessages();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let wanted = true;
    // Without a connection the next change of language, or the next card, asks again.
    loadSignalWords(locale).then(
      (words) => {
        if (wanted) setLoaded({ locale, words });
      },
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [locale]);
  if (!loaded) return fallback;
  return (
    <NextIntlClientProvider
      locale={loaded.locale}
      messages={{ ...messages, signal: loaded.words }}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  );
}
