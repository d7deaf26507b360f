import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { signalWords } from '#lib/client/late/signal-words.ts';
import { useLate } from '#lib/client/late/use-late.ts';

type SignalWordsProps = {
  /** Until the words are here; in a language that was just chosen the old ones stay till then. */
  fallback?: ReactNode;
  children: ReactNode;
};

/** Gives everything inside the words of signals, in the language of the page. */
export function SignalWords({ fallback = null, children }: SignalWordsProps) {
  const locale = useLocale();
  const messages = useMessages();
  const words = useLate(signalWords[locale]);
  const [shown, setShown] = useState(words && { locale, words });
  if (words && shown?.words !== words) setShown({ locale, words });
  if (!shown) return fallback;
  return (
    <NextIntlClientProvider
      locale={shown.locale}
      messages={{ ...messages, signal: shown.words }}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  );
}
