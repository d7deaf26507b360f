import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { EnrolShell } from '#components/office/enrol/enrol-shell.tsx';
import '#components/ui/base.css';
import { askedLocale } from '#lib/i18n/asked-locale.ts';
import { directionOf } from '#lib/i18n/direction.ts';
import { loadEnrolWords } from '#lib/i18n/load-office-words.ts';

export const metadata: Metadata = { referrer: 'no-referrer', robots: 'noindex' };

/** Set-up and joining: their links carry no language, so the browser's own is the first choice. */
export default async function EnrolLayout({ children }: { children: ReactNode }) {
  const locale = askedLocale((await headers()).get('accept-language'));
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <EnrolShell locale={locale} words={await loadEnrolWords(locale)}>
          {children}
        </EnrolShell>
      </body>
    </html>
  );
}
