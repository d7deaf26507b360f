import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { StaffShell } from '#components/team/staff-shell.tsx';
import '#components/ui/base.css';
import { directionOf } from '#lib/i18n/direction.ts';
import { loadTeamWords } from '#lib/i18n/load-team-words.ts';
import { isLocale } from '#lib/i18n/routing.ts';

export const metadata: Metadata = { referrer: 'no-referrer', robots: 'noindex' };

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

/** Sign-in, desk and office: one document, in which the opened keys live. */
export default async function StaffLayout({ children, params }: LayoutProps) {
  // Rendered for each visit: the policy of these pages is a nonce, which must never be used twice.
  await headers();
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <body>
        <StaffShell locale={locale} words={await loadTeamWords(locale)}>
          {children}
        </StaffShell>
      </body>
    </html>
  );
}
