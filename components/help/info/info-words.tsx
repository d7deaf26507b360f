import { NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import type { ReactNode } from 'react';
import type { InfoWords as Words } from '#lib/i18n/load-info-words.ts';

/** Gives the words of the pages to read to what stands inside, beside those of the help side. */
export function InfoWords({ words, children }: { words: Words; children: ReactNode }) {
  const locale = useLocale();
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={{ ...useMessages(), info: words }}
      timeZone="UTC"
    >
      {children}
    </NextIntlClientProvider>
  );
}
